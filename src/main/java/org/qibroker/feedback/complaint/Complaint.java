package org.qibroker.feedback.complaint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Actor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/** A complaint of an enterprise about a booking. */
public record Complaint(
        UUID id,
        About about,
        ComplaintSubject subject,
        String text,
        ComplaintState state,
        Due due,
        Findings findings,
        long version,
        Instant createdAt) {

    /** The booking, and whose it is. */
    public record About(
            UUID bookingId,
            String bookingNumber,
            UUID enterpriseId,
            String enterpriseName,
            UUID providerId,
            String providerName) {}

    /**
     * By when what has to happen.
     *
     * @param acknowledge the provider says that it has it
     * @param answer the provider answers
     * @param next when something is going to happen by itself; absent if nothing is
     * @param late whether the provider missed a day
     */
    public record Due(Instant acknowledge, Instant answer, @Nullable Instant next, boolean late) {}

    /**
     * What was found.
     *
     * @param answer of the provider, with what it thinks of the complaint
     * @param outcome how it ended; absent while it is open
     * @param decision the words of the coordinator; before, why one was asked for
     */
    public record Findings(
            @Nullable String answer,
            @Nullable ComplaintOutcome proposed,
            @Nullable ComplaintOutcome outcome,
            @Nullable String decision) {
        static final Findings NONE = new Findings(null, null, null, null);
    }

    /** In what part the caller acts on it; absent if in none. */
    public @Nullable Actor part(Caller caller) {
        if (caller.belongsTo(about.enterpriseId())) {
            return Actor.ENTERPRISE;
        }
        if (caller.belongsTo(about.providerId())) {
            return Actor.PROVIDER;
        }
        return caller.has(Role.COORDINATOR) ? Actor.COORDINATOR : null;
    }

    Complaint in(ComplaintState next, Due when, Findings found) {
        return new Complaint(id, about, subject, text, next, when, found, version + 1, createdAt);
    }
}
