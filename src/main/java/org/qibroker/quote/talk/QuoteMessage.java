package org.qibroker.quote.talk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.qibroker.platform.files.StoredFile;
import org.qibroker.quote.Side;

/** What one side wrote to the other, with the files that came along. */
public record QuoteMessage(
        UUID id, UUID requestId, Side side, String author, String text, Instant at, List<StoredFile> files) {
    /** Copies the files. */
    public QuoteMessage {
        files = List.copyOf(files);
    }

    /** The same with these files. */
    QuoteMessage with(List<StoredFile> others) {
        return new QuoteMessage(id, requestId, side, author, text, at, others);
    }
}
