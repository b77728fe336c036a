package org.qibroker.catalog;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator made of something that a provider states about itself.
 *
 * @param by who decided, absent while nobody has
 * @param at when, absent while nobody has
 * @param reason why it was rejected, absent unless it was
 */
public record Confirmation(State state, @Nullable String by, @Nullable Instant at, @Nullable String reason) {

    /** Not looked at since it was stated or changed. */
    public static final Confirmation STATED = new Confirmation(State.STATED, null, null, null);

    /** Whether it was looked at, and with what result. */
    public enum State {
        /** Only the provider says so. */
        STATED,
        /** A coordinator has seen that it is so. */
        CONFIRMED,
        /** A coordinator has seen that it is not. */
        REJECTED
    }

    /** Whether a coordinator has seen that it is so. */
    public boolean confirmed() {
        return state == State.CONFIRMED;
    }

    /** Whether a coordinator has seen that it is not so. */
    public boolean rejected() {
        return state == State.REJECTED;
    }

    public static Confirmation of(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("decided_at");
        return new Confirmation(
                State.valueOf(row.getString("confirmation")),
                row.getString("decided_by"),
                at == null ? null : at.toInstant(),
                row.getString("decision_reason"));
    }

    /** Appends state, time, person and reason to the values of a statement. */
    public Tuple addTo(Tuple values) {
        return values.addString(state.name())
                .addOffsetDateTime(at == null ? null : at.atOffset(ZoneOffset.UTC))
                .addString(by)
                .addString(reason);
    }
}
