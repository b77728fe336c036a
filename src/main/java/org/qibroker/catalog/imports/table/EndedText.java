package org.qibroker.catalog.imports.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A text with a line behind it that no text file holds: whoever does not meet it there has not seen the end. */
final class EndedText extends FilterReader {
    static final String END = "\0end of file";

    private static final String LAST = "\r\n" + END;

    private int given;

    EndedText(Reader text) {
        super(text);
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int n = super.read(into, offset, length);
        if (n >= 0 || given >= LAST.length()) {
            return n;
        }
        int more = Math.min(length, LAST.length() - given);
        LAST.getChars(given, given + more, into, offset);
        given += more;
        return more;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
