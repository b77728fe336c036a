package org.qibroker.quote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.quote.award.Loss;
import org.qibroker.shared.Caller;

/**
 * A provider is asked for a quote.
 *
 * @param answerBy the last day for an answer, in Shanghai
 * @param verdict why it ended, as far as that was said
 */
public record QuoteRequest(
        UUID id,
        Parties parties,
        Asked asked,
        LocalDate answerBy,
        RequestState state,
        Verdict verdict,
        long version,
        Instant createdAt) {

    /** The two sides. */
    public record Parties(UUID enterpriseId, String enterpriseName, UUID providerId, String providerName) {}

    /**
     * Why it ended.
     *
     * @param losses in what another was better, for one that was not chosen
     * @param reason what was said
     */
    public record Verdict(List<Loss> losses, @Nullable String reason) {
        static final Verdict NONE = new Verdict(List.of(), null);

        /** Copies the losses. */
        public Verdict {
            losses = List.copyOf(losses);
        }
    }

    /** In what part the caller acts on it; absent if in none. */
    public @Nullable Side side(Caller caller) {
        if (caller.belongsTo(parties.enterpriseId())) {
            return Side.ENTERPRISE;
        }
        return caller.belongsTo(parties.providerId()) ? Side.PROVIDER : null;
    }

    /** The same a version later, in another state and for these reasons. */
    public QuoteRequest in(RequestState next, Verdict why) {
        return new QuoteRequest(id, parties, asked, answerBy, next, why, version + 1, createdAt);
    }

    QuoteRequest until(LocalDate day) {
        return new QuoteRequest(id, parties, asked, day, state, verdict, version, createdAt);
    }
}
