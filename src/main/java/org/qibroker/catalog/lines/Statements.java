package org.qibroker.catalog.lines;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeMoment;

/** What is stated about lines, as it is stored. */
public final class Statements {
    private Statements() {}

    /** What was believed last about the line's last days. */
    public static Future<Optional<RecordedLine>> latest(SqlClient client, UUID id) {
        return CapabilityRepository.latest(client, id);
    }

    /** What the line was on a day, as it was believed at a moment. */
    public static Future<Optional<RecordedLine>> find(SqlClient client, UUID id, LocalDate day, Instant knownAt) {
        return CapabilityRepository.find(client, id, day, knownAt);
    }

    /** The version of a line, to be seen by who changes it; 0 if nothing is believed of it. */
    public static Future<Long> version(SqlClient client, UUID id) {
        return LineRepository.version(client, id);
    }

    /** What is believed now about some lines. */
    public static Future<List<RecordedLine>> of(SqlClient client, Collection<UUID> ids) {
        return CapabilityRepository.believedOf(client, ids);
    }

    /** Every statement ever made about a line, the latest first. */
    public static Future<List<RecordedLine>> history(SqlClient client, UUID id) {
        return CapabilityRepository.history(client, id);
    }

    /** What is believed now about the lines of a provider that hold on or after a day, in the order of the scope. */
    public static Future<List<RecordedLine>> from(SqlClient client, UUID provider, LocalDate day) {
        return CapabilityRepository.believedFrom(client, provider, day);
    }

    /** The next lines of a provider as they were at a moment, after one of them, in the order of the scope. */
    public static Future<List<RecordedLine>> part(
            SqlClient client, UUID provider, ScopeMoment moment, @Nullable UUID after, int limit) {
        return CapabilityRepository.part(client, provider, moment, after, limit);
    }
}
