package org.qibroker.catalog.imports.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the characters of a text file may be written. */
public enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    /** With a byte order mark, or the higher byte first. */
    UTF_16(StandardCharsets.UTF_16),
    /** Holds GBK and GB 2312, as spreadsheets in China write text. */
    GB18030(Charset.forName("GB18030")),
    /** Holds Latin-1, as spreadsheets in western Europe write text. */
    WINDOWS_1252(Charset.forName("windows-1252"));

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }

    /** Its usual name, which is the same in every language. */
    public String label() {
        return charset.name();
    }
}
