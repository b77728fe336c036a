package org.qibroker.account.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** What organisations say of themselves for figures; each for its own members only. */
public final class Profiles {
    /** Kind of the event {@link #TYPE}. */
    public static final String EVENTS = "organisation";

    /** The event that tells the industry and size of an organisation from then on. */
    public static final String TYPE = "organisation-profiled";

    private final Platform platform;
    private final Industries industries;

    Profiles(Platform platform, Industries industries) {
        this.platform = platform;
        this.industries = industries;
    }

    /** The industries to choose from. */
    public Industries industries() {
        return industries;
    }

    /** What an organisation said; fails NOT_FOUND for all but its members. */
    public Future<Profile> get(UUID organisation, Caller caller) {
        return own(organisation, caller)
                .compose(own -> platform.database().read(client -> ProfileRepository.find(client, own)));
    }

    /**
     * Says it. Fails NOT_FOUND for all but the members, BAD_INPUT for an industry that is not in the list, STALE if it was
     * said otherwise since the version.
     */
    public Future<Profile> say(
            UUID organisation, long seen, @Nullable String industry, @Nullable EnterpriseSize size, Caller caller) {
        if (industry != null && industries.find(industry).isEmpty()) {
            return Future.failedFuture(Refusal.badInput("/industry", "unknown-industry", industry));
        }
        Profile profile = new Profile(industry, size, seen + 1);
        return own(organisation, caller).compose(own -> platform.database()
                .transaction(tx -> ProfileRepository.write(tx, own, profile)
                        .compose(written -> written ? log(tx, own, profile, caller) : stale()))
                .map(profile));
    }

    private static Future<UUID> own(UUID organisation, Caller caller) {
        return caller.belongsTo(organisation)
                ? Future.succeededFuture(organisation)
                : Future.failedFuture(Refusal.notFound("organisation"));
    }

    private static Future<Void> stale() {
        return Future.failedFuture(Refusal.stale());
    }

    private Future<Void> log(SqlConnection tx, UUID organisation, Profile profile, Caller caller) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (profile.industry() != null) {
            data.put("industry", profile.industry());
        }
        if (profile.size() != null) {
            data.put("size", profile.size());
        }
        return platform.events()
                .append(tx, new Change(EVENTS, organisation, TYPE, caller, Set.of(organisation), data))
                .mapEmpty();
    }
}
