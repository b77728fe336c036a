package org.qibroker.catalog;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/**
 * One statement about a line: what it says, for which days, and since when it is believed.
 *
 * @param recordedUntil when it stopped being believed, absent while it is
 */
public record RecordedLine(
        UUID id,
        UUID providerId,
        ScopeLine line,
        Capability.Validity validity,
        Instant recordedAt,
        @Nullable Instant recordedUntil) {

    /** A row of the table, or of a query that has its columns. */
    public static RecordedLine of(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("recorded_until");
        return new RecordedLine(
                row.getUUID("id"),
                row.getUUID("provider_id"),
                line(row),
                new Capability.Validity(row.getLocalDate("valid_from"), row.getLocalDate("valid_to")),
                row.getOffsetDateTime("recorded_at").toInstant(),
                until == null ? null : until.toInstant());
    }

    /** What a row states, whenever it holds. */
    public static ScopeLine line(Row row) {
        return new ScopeLine(row.getUUID("site_id"), service(row), texts(row), set(row, "marks"), terms(row));
    }

    private static Capability.Service service(Row row) {
        String kind = row.getString("service_kind");
        return new Capability.Service(
                Family.valueOf(row.getString("family")),
                kind == null ? null : ServiceKind.valueOf(kind),
                row.getString("subject"),
                row.getString("subject_en"),
                row.getString("parameter"),
                set(row, "scenarios"));
    }

    private static ScopeLine.Texts texts(Row row) {
        return new ScopeLine.Texts(
                row.getString("quantity"),
                List.of(row.getArrayOfStrings("methods")),
                row.getString("range_text"),
                List.of(row.getArrayOfStrings("conditions")),
                row.getString("uncertainty_text"),
                row.getDouble("coverage_factor"),
                row.getString("limitation"));
    }

    private static Capability.Terms terms(Row row) {
        Price price = new Price(
                Price.Kind.valueOf(row.getString("price_kind")), row.getLong("price_fen"), row.getString("price_per"));
        return new Capability.Terms(
                row.getBoolean("on_site"), price, row.getInteger("turnaround_days"), row.getUUID("resource_id"));
    }

    private static Set<String> set(Row row, String column) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(row.getArrayOfStrings(column))));
    }

    /** The line with what is understood of it. */
    public Capability read(ScopeReader reader) {
        return reader.read(id, providerId, line, validity);
    }
}
