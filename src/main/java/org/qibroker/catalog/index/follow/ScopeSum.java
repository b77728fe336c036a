package org.qibroker.catalog.index.follow;

import io.vertx.sqlclient.Row;
import java.util.UUID;
import org.qibroker.catalog.index.ScopeState;

/**
 * A checksum of a scope: as rows never change, two scopes of the same rows are the same.
 *
 * @param sum of the numbers of all rows, overflow ignored
 * @param parity of the same, bit by bit
 */
public record ScopeSum(long lines, long sum, long parity) {
    static final ScopeSum NOTHING = new ScopeSum(0, 0, 0);

    static ScopeSum of(Row row) {
        return new ScopeSum(row.getLong("lines"), row.getLong("sum"), row.getLong("parity"));
    }

    /** Of the lines that a state has of a provider. */
    public static ScopeSum of(ScopeState state, UUID provider) {
        long[] found = new long[3];
        state.ofProvider(provider, (lines, row) -> {
            found[0]++;
            found[1] += lines.record(row);
            found[2] ^= lines.record(row);
        });
        return new ScopeSum(found[0], found[1], found[2]);
    }
}
