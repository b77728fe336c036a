package org.qibroker.catalog.imports;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of text whose encoding was found by reading all of it: UTF-8 with or without byte order mark, else GB18030.
 */
final class TextFile {
    /** What no text file holds; put behind a text, it shows whether its end was reached. */
    static final String END = "\0end of file";

    private static final char MARK = '\uFEFF';
    private static final int LONGEST_LINE = 1 << 16;
    private static final int BUFFER = 1 << 16;
    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private final Path path;
    private final Charset charset;

    private TextFile(Path path, Charset charset) {
        this.path = path;
        this.charset = charset;
    }

    /**
     * Finds the encoding.
     *
     * @throws UnreadableFile if it is neither, or there is no text
     */
    static TextFile of(Path path) throws IOException {
        for (Charset charset : ENCODINGS) {
            if (written(path, charset)) {
                return new TextFile(path, charset);
            }
        }
        throw new UnreadableFile("encoding-unknown");
    }

    private static boolean written(Path path, Charset charset) throws IOException {
        try {
            if (blank(path, charset)) {
                throw new UnreadableFile("file-empty");
            }
            return true;
        } catch (CharacterCodingException notThis) {
            return false;
        }
    }

    /** Whether there is no text; reads all of it. */
    private static boolean blank(Path path, Charset charset) throws IOException {
        boolean blank = true;
        try (Reader reader = strict(path, charset)) {
            char[] part = new char[BUFFER];
            for (int n = reader.read(part); n >= 0; n = reader.read(part)) {
                blank = blank && CharBuffer.wrap(part, 0, n).chars().allMatch(TextFile::blank);
            }
        }
        return blank;
    }

    private static boolean blank(int c) {
        return Character.isWhitespace(c) || c == MARK;
    }

    private static Reader strict(Path path, Charset charset) throws IOException {
        return new InputStreamReader(
                new BufferedInputStream(Files.newInputStream(path), BUFFER),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** The text from its beginning, without byte order mark, and something behind it. */
    Reader reader(String behind) throws IOException {
        PushbackReader text = new PushbackReader(strict(path, charset), 1);
        int first = text.read();
        if (first >= 0 && first != MARK) {
            text.unread(first);
        }
        return new Followed(text, behind);
    }

    /** The first line, or its beginning if it is very long. */
    String firstLine() throws IOException {
        StringBuilder line = new StringBuilder();
        try (Reader reader = reader("")) {
            char[] part = new char[LONGEST_LINE];
            int n = reader.read(part);
            for (int i = 0; i < n && part[i] != '\n' && part[i] != '\r'; i++) {
                line.append(part[i]);
            }
        }
        return line.toString();
    }

    /** A text and what stands behind it. */
    private static final class Followed extends FilterReader {
        private final String behind;
        private int given;

        Followed(Reader text, String behind) {
            super(text);
            this.behind = behind;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            if (n >= 0 || given >= behind.length()) {
                return n;
            }
            int more = Math.min(length, behind.length() - given);
            behind.getChars(given, given + more, into, offset);
            given += more;
            return more;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }
    }
}
