package org.qibroker.booking.messages;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.qibroker.booking.Actor;
import org.qibroker.platform.files.StoredFile;

/**
 * Something written about a booking.
 *
 * @param part in what part the author wrote it
 * @param text empty where there are only files
 */
public record Message(UUID id, Actor part, String author, String text, List<StoredFile> files, Instant createdAt) {
    /** Copies the files. */
    public Message {
        files = List.copyOf(files);
    }
}
