package org.qibroker.talk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.qibroker.platform.files.StoredFile;

/**
 * Something somebody wrote.
 *
 * @param part in what part the author wrote it
 * @param text empty where there are only files
 */
public record Message(UUID id, Part part, String author, String text, List<StoredFile> files, Instant createdAt) {
    /** Copies the files. */
    public Message {
        files = List.copyOf(files);
    }

    Message with(List<StoredFile> others) {
        return new Message(id, part, author, text, others, createdAt);
    }
}
