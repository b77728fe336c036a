package org.qibroker.catalog.imports.table;

import java.io.IOException;
import java.io.InputStream;

/**
 * What the bytes of a text say about its encoding, line by line: a line end is the same byte in UTF-8 and GB18030. A
 * line of Chinese in one of them is hardly ever valid in the other once it is a few characters long.
 */
final class EncodingEvidence {
    /** So many Chinese characters in a row of valid UTF-8 are no accident in a line of GB18030. */
    private static final int NO_ACCIDENT = 4;

    /** So few common characters may be letters with accents that happen to stand side by side. */
    private static final int FEW = 6;

    /** One rare character to so many common ones is no sign of another encoding. */
    private static final int OFTEN = 10;

    private int line = 1;
    private int sure;
    private int firstSure;
    private int others;
    private int firstOther;
    private long common;
    private long rare;

    private boolean valid = true;
    private int pending;
    private int chinese;
    private int lowest = 0x80;
    private int highest = 0xBF;
    private boolean wide;
    private int lead;
    private long lineCommon;
    private long lineRare;

    private EncodingEvidence() {}

    /**
     * Reads to the end.
     *
     * @throws UnreadableFile if there is a NUL
     */
    static EncodingEvidence of(InputStream bytes) throws IOException {
        EncodingEvidence evidence = new EncodingEvidence();
        byte[] part = new byte[1 << 16];
        for (int n = bytes.read(part); n >= 0; n = bytes.read(part)) {
            for (int i = 0; i < n; i++) {
                evidence.take(part[i] & 0xFF);
            }
        }
        evidence.endLine();
        return evidence;
    }

    private void take(int value) {
        if (value == 0) {
            throw new UnreadableFile("file-with-nul", line);
        }
        asUtf8(value);
        asGb18030(value);
        if (value == '\n') {
            endLine();
            line++;
        }
    }

    private void asUtf8(int value) {
        if (pending > 0) {
            if (value < lowest || value > highest) {
                valid = false;
                pending = 0;
                return;
            }
            lowest = 0x80;
            highest = 0xBF;
            pending--;
            if (pending == 0 && wide) {
                chinese++;
            }
            return;
        }
        pending = value < 0x80 ? 0 : value < 0xC2 ? -1 : value < 0xE0 ? 1 : value < 0xF0 ? 2 : value < 0xF5 ? 3 : -1;
        if (pending < 0) {
            valid = false;
            pending = 0;
        }
        wide = value >= 0xE4 && value <= 0xE9;
        lowest = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
        highest = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
    }

    /** Pairs of GB 2312 are common, whatever else GB18030 knows is rare in a scope. */
    private void asGb18030(int value) {
        if (lead == 0) {
            lead = value >= 0x80 ? value : 0;
            return;
        }
        if (lead >= 0xA1 && lead <= 0xF7 && value >= 0xA1) {
            lineCommon++;
        } else {
            lineRare++;
        }
        lead = 0;
    }

    private void endLine() {
        if (!valid || pending > 0) {
            others++;
            firstOther = firstOther == 0 ? line : firstOther;
            common += lineCommon;
            rare += lineRare;
        } else if (chinese >= NO_ACCIDENT) {
            sure++;
            firstSure = firstSure == 0 ? line : firstSure;
        }
        valid = true;
        pending = 0;
        chinese = 0;
        lead = 0;
        lineCommon = 0;
        lineRare = 0;
    }

    boolean utf8() {
        return others == 0;
    }

    /** How many lines can hardly be anything but UTF-8. */
    int surelyUtf8() {
        return sure;
    }

    /** The first line that is not UTF-8. */
    int firstOther() {
        return firstOther;
    }

    /** The first line that is not written as most are. */
    int firstOdd() {
        return sure >= others ? firstOther : firstSure;
    }

    /** Whether the lines that are not UTF-8 read like Chinese in GB18030. */
    boolean plausiblyChinese() {
        return common > rare;
    }

    /** Whether there is enough of them, and little else. */
    boolean surelyChinese() {
        return common >= FEW && rare * OFTEN <= common;
    }
}
