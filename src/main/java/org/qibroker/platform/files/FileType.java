package org.qibroker.platform.files;

import java.util.List;
import java.util.Locale;

/** What kinds of files are taken. */
public enum FileType {
    /** Portable Document Format. */
    PDF("application/pdf", "pdf"),
    /** Picture. */
    PNG("image/png", "png"),
    /** Picture. */
    JPEG("image/jpeg", "jpg", "jpeg"),
    /** Picture. */
    WEBP("image/webp", "webp"),
    /** Data, without a document type of its own and no page that a browser would run. */
    XML("application/xml", "xml"),
    /** Data. */
    CSV("text/csv", "csv"),
    /** Workbook without macros. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /** Plain text. */
    TEXT("text/plain", "txt", "log", "md");

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** Its media type (RFC 6838). */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it is a picture. */
    public boolean picture() {
        return this == PNG || this == JPEG || this == WEBP;
    }

    /** Whether it is made of characters. */
    boolean textual() {
        return this == XML || this == CSV || this == TEXT;
    }

    /** The name with an extension of this type: added if it has another or none, so that no system runs the file. */
    String named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean fits = extensions.stream().anyMatch(extension -> lower.endsWith("." + extension));
        return fits ? name : name + "." + extensions.get(0);
    }
}
