package org.qibroker.quote;

import java.util.List;
import java.util.Optional;

/**
 * A request with all that was offered.
 *
 * @param revisions the oldest first
 */
public record Dossier(QuoteRequest request, List<Quote> revisions) {
    /** Copies the revisions. */
    public Dossier {
        revisions = List.copyOf(revisions);
    }

    /** The offer that counts. */
    public Optional<Quote> current() {
        return revisions.stream().filter(quote -> quote.state().counts()).findFirst();
    }

    /** The offer made last, whether it counts or not. */
    public Optional<Quote> last() {
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.get(revisions.size() - 1));
    }
}
