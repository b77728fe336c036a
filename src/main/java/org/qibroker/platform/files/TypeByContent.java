package org.qibroker.platform.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells the type of a file by what is in it; what it is called decides only between two kinds of text. Pure. */
final class TypeByContent {
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
    private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
    private static final Set<String> PAGES = Set.of("html", "svg", "script", "stylesheet", "transform");

    private TypeByContent() {}

    /**
     * The type, absent if it is none that is taken.
     *
     * @param name how the sender calls it
     * @param head its beginning
     * @param tail its end, which may be the same
     */
    static Optional<FileType> of(String name, byte[] head, byte[] tail) {
        if (begins(head, PDF)) {
            return Optional.of(FileType.PDF);
        }
        if (begins(head, PNG)) {
            return Optional.of(FileType.PNG);
        }
        if (begins(head, JPEG)) {
            return Optional.of(FileType.JPEG);
        }
        if (begins(head, ZIP)) {
            return workbook(latin(tail)) ? Optional.of(FileType.XLSX) : Optional.empty();
        }
        if (latin(head).startsWith("RIFF") && latin(head).startsWith("WEBP", 8)) {
            return Optional.of(FileType.WEBP);
        }
        return readable(head) ? text(name, latin(head)) : Optional.empty();
    }

    private static boolean begins(byte[] content, byte[] mark) {
        return content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }

    private static String latin(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** A ZIP file names what it holds at its end. */
    private static boolean workbook(String directory) {
        return directory.contains("[Content_Types].xml")
                && directory.contains("xl/workbook.xml")
                && !directory.toLowerCase(Locale.ROOT).contains("vbaproject.bin");
    }

    /** Whether there are no characters in it that no text has. */
    static boolean readable(byte[] content) {
        for (byte b : content) {
            if ((b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') || b == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static Optional<FileType> text(String name, String content) {
        String text = content.startsWith("\u00ef\u00bb\u00bf") ? content.substring(3) : content;
        int root = root(text);
        if (root >= 0) {
            return safe(text, root) ? Optional.of(FileType.XML) : Optional.empty();
        }
        if (text.stripLeading().startsWith("<!") || text.stripLeading().startsWith("<?")) {
            return Optional.empty();
        }
        boolean csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
        return Optional.of(csv ? FileType.CSV : FileType.TEXT);
    }

    /** Where the name of the root element begins, -1 if there is no such element. */
    private static int root(String text) {
        int at = blanks(text, 0);
        while (text.startsWith("<?", at) || text.startsWith("<!--", at)) {
            String end = text.startsWith("<?", at) ? "?>" : "-->";
            int closed = text.indexOf(end, at);
            if (closed < 0) {
                return -1;
            }
            at = blanks(text, closed + end.length());
        }
        boolean named = at + 1 < text.length() && text.charAt(at) == '<' && Character.isLetter(text.charAt(at + 1));
        return named ? at + 1 : -1;
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean safe(String text, int root) {
        int end = root;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || ":_-.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        String qualified = text.substring(root, end).toLowerCase(Locale.ROOT);
        return !PAGES.contains(qualified.substring(qualified.indexOf(':') + 1)) && !text.contains("<!DOCTYPE");
    }
}
