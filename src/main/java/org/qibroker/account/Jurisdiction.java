package org.qibroker.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/**
 * How far somebody sees beyond what is their own: a coordinator of the city sees the records of all organisations, one of
 * a district those that belong to the district, everybody else none.
 *
 * <p>A record belongs to the district in which the organisation is seated, as it says today, whose record it is: the
 * enterprise that asked for a service – so its demands, bookings, samples, reports, papers, messages, complaints and
 * watches, whoever renders the service – or the provider where no enterprise is concerned: what it states of its sites and
 * accreditations, how it is used and shown. Figures count by the same district, so that each is as long as the list behind
 * it. What belongs to an organisation without a district is the city's alone.
 *
 * @param own whose records are seen in whatever part it has in them; absent if all are seen
 * @param district whose records are seen beside them; absent if no others are
 */
public record Jurisdiction(@Nullable UUID own, @Nullable String district) {
    /** Everything. */
    public static final Jurisdiction ALL = new Jurisdiction(null, null);

    /**
     * How far a caller sees.
     *
     * @throws Refusal FORBIDDEN for whoever neither coordinates nor acts for an organisation
     */
    public static Jurisdiction of(Caller caller) {
        return caller.coordinates(null) ? ALL : new Jurisdiction(caller.organisation(), caller.district());
    }

    /**
     * The condition that a row is seen, for lists.
     *
     * @param own placeholder of {@link #own}, such as {@code $1}
     * @param district placeholder of {@link #district}
     * @param owner column of the organisation to whose district the row belongs
     * @param others columns of organisations that see the row, too, wherever they are
     */
    public static String sees(String own, String district, String owner, String... others) {
        String part = Stream.concat(Stream.of(owner), Stream.of(others))
                .map(column -> column + " = " + own)
                .collect(Collectors.joining(" OR "));
        return """
            CASE WHEN %1$s::uuid IS NULL THEN true WHEN %2$s::text IS NULL THEN %3$s
                 ELSE %3$s OR %4$s IN (SELECT id FROM organisation WHERE district = %2$s) END
            """
                .formatted(own, district, part, owner);
    }

    /**
     * Whether a caller sees, as a coordinator, what belongs to an organisation. Asks the database only for one of a
     * district.
     */
    public static Future<Boolean> covers(SqlClient client, UUID owner, Caller caller) {
        return caller.district() == null
                ? Future.succeededFuture(caller.has(Role.COORDINATOR))
                : seat(client, owner).map(seat -> caller.coordinates(seat.orElse(null)));
    }

    /** Lets a caller go on who sees, as a coordinator, what belongs to an organisation; fails NOT_FOUND of the sort. */
    public static Future<Void> admit(SqlClient client, UUID owner, Caller caller, String sort) {
        return covers(client, owner, caller)
                .compose(covered -> covered ? Future.succeededFuture() : Future.failedFuture(Refusal.notFound(sort)));
    }

    /** The district in which an organisation is seated, if it says one. */
    public static Future<Optional<String>> seat(SqlClient client, UUID organisation) {
        return OrganisationRepository.seat(client, organisation);
    }
}
