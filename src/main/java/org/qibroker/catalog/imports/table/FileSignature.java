package org.qibroker.catalog.imports.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What the first bytes of a file say that it is, whatever it is called. */
enum FileSignature {
    /** A ZIP archive, as workbooks of today are. */
    ARCHIVE,
    /** A compound file (MS-CFB) with the streams of a workbook of before 2007. */
    OLD_WORKBOOK,
    /** A compound file around something encrypted. */
    ENCRYPTED,
    /** Anything else, such as text. */
    OTHER;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final String ENCRYPTION = "EncryptedPackage";
    private static final int DIRECTORY_WITHIN = 1 << 20;

    static FileSignature of(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] start = bytes.readNBytes(4);
            if (Arrays.equals(start, ZIP)) {
                return ARCHIVE;
            }
            if (!Arrays.equals(start, COMPOUND)) {
                return OTHER;
            }
            String directory = new String(bytes.readNBytes(DIRECTORY_WITHIN), StandardCharsets.ISO_8859_1);
            return directory.replace("\0", "").contains(ENCRYPTION) ? ENCRYPTED : OLD_WORKBOOK;
        }
    }
}
