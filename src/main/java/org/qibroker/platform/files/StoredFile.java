package org.qibroker.platform.files;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that is kept.
 *
 * @param name what it is called when it is saved
 * @param sha256 digest of its content, in hexadecimal digits
 * @param organisationId whose member sent it
 */
public record StoredFile(
        UUID id,
        String name,
        @JsonIgnore FileType type,
        long bytes,
        String sha256,
        UUID organisationId,
        Instant createdAt) {

    /** Its media type. */
    @JsonProperty
    public String mediaType() {
        return type.mediaType();
    }
}
