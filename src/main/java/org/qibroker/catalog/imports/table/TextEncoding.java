package org.qibroker.catalog.imports.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the characters of a text file are written: as its sender says, else UTF-8 with or without byte order mark, UTF-16
 * with one, else GB18030. GB18030 finds a meaning in nearly all bytes; so a file is only taken for it if what it then says
 * is plausible.
 *
 * @param mark length of the byte order mark that is passed over
 * @param doubtful whether it may be written otherwise
 */
record TextEncoding(Encoding encoding, int mark, boolean doubtful) {
    private static final int UTF_8_MARK = 3;

    /**
     * Finds out by reading the whole file.
     *
     * @param stated what its sender says, absent where nothing is said
     * @throws UnreadableFile naming the line, if it is empty, holds NULs, is in no known encoding, in several, or in
     *     another than its sender says
     */
    static TextEncoding of(Path file, @Nullable Encoding stated) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            bytes.mark(UTF_8_MARK + 1);
            byte[] start = bytes.readNBytes(UTF_8_MARK);
            if (start.length == 0) {
                throw new UnreadableFile("file-empty");
            }
            if (stated == Encoding.UTF_16 || (stated == null && wide(start))) {
                return new TextEncoding(Encoding.UTF_16, 0, false);
            }
            int mark = utf8(start) ? UTF_8_MARK : 0;
            bytes.reset();
            bytes.skipNBytes(mark);
            EncodingEvidence evidence = EncodingEvidence.of(bytes);
            return stated == null ? found(evidence, mark) : stated(stated, evidence, mark);
        }
    }

    private static boolean wide(byte[] start) {
        return start.length > 1
                && ((start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)
                        || (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF));
    }

    private static boolean utf8(byte[] start) {
        return start.length == UTF_8_MARK
                && start[0] == (byte) 0xEF
                && start[1] == (byte) 0xBB
                && start[2] == (byte) 0xBF;
    }

    private static TextEncoding stated(Encoding stated, EncodingEvidence evidence, int mark) {
        if (stated != Encoding.UTF_8) {
            return new TextEncoding(stated, 0, false);
        }
        if (!evidence.utf8()) {
            throw new UnreadableFile("encoding-broken", stated.label(), evidence.firstOther());
        }
        return new TextEncoding(stated, mark, false);
    }

    private static TextEncoding found(EncodingEvidence evidence, int mark) {
        if (evidence.utf8()) {
            return new TextEncoding(Encoding.UTF_8, mark, false);
        }
        if (mark > 0) {
            throw new UnreadableFile("encoding-broken", Encoding.UTF_8.label(), evidence.firstOther());
        }
        if (evidence.surelyUtf8() > 0) {
            throw new UnreadableFile("encoding-mixed", evidence.firstOdd());
        }
        if (!evidence.plausiblyChinese()) {
            throw new UnreadableFile("encoding-unknown", evidence.firstOther());
        }
        return new TextEncoding(Encoding.GB18030, 0, !evidence.surelyChinese());
    }

    /** The text of the file without its mark; what cannot be decoded fails with a {@code CharacterCodingException}. */
    Reader reader(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        bytes.skipNBytes(mark);
        return new BufferedReader(
                new InputStreamReader(
                        bytes,
                        encoding.charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
    }
}
