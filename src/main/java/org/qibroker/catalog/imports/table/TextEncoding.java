package org.qibroker.catalog.imports.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the characters of a text file are written: UTF-8 with or without byte order mark, UTF-16 with one, else GB18030.
 * GB18030 finds a meaning in nearly all bytes; so a file is only taken for it if what it then says is plausible.
 *
 * @param charset what to decode with
 * @param mark length of the byte order mark
 */
record TextEncoding(Charset charset, int mark) {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /**
     * Finds out by reading the whole file.
     *
     * @throws UnreadableFile naming the line, if it is empty, holds NULs, is in no known encoding or in several
     */
    static TextEncoding of(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            bytes.mark(4);
            byte[] start = bytes.readNBytes(3);
            TextEncoding marked = marked(start);
            if (start.length == 0) {
                throw new UnreadableFile("file-empty");
            }
            if (marked.mark == 2) {
                return marked;
            }
            bytes.reset();
            bytes.skipNBytes(marked.mark);
            EncodingEvidence evidence = EncodingEvidence.of(bytes);
            return evidence.utf8() ? new TextEncoding(StandardCharsets.UTF_8, marked.mark) : gb18030(evidence, marked);
        }
    }

    private static TextEncoding marked(byte[] start) {
        int first = start.length > 0 ? start[0] & 0xFF : -1;
        int second = start.length > 1 ? start[1] & 0xFF : -1;
        if (first == 0xFF && second == 0xFE) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (first == 0xFE && second == 0xFF) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        boolean utf8 = first == 0xEF && second == 0xBB && start.length > 2 && (start[2] & 0xFF) == 0xBF;
        return new TextEncoding(StandardCharsets.UTF_8, utf8 ? 3 : 0);
    }

    private static TextEncoding gb18030(EncodingEvidence evidence, TextEncoding marked) {
        if (marked.mark > 0) {
            throw new UnreadableFile("encoding-broken", "UTF-8", evidence.firstOther());
        }
        if (evidence.surelyUtf8() > 0) {
            throw new UnreadableFile("encoding-mixed", evidence.firstOdd());
        }
        if (!evidence.plausiblyChinese()) {
            throw new UnreadableFile("encoding-unknown", evidence.firstOther());
        }
        return new TextEncoding(GB18030, 0);
    }

    /** The text of the file without its mark; what cannot be decoded fails with a {@code CharacterCodingException}. */
    Reader reader(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        bytes.skipNBytes(mark);
        return new BufferedReader(
                new InputStreamReader(
                        bytes,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
    }
}
