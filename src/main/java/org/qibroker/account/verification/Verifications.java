package org.qibroker.account.verification;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.account.Organisations.Particulars;
import org.qibroker.account.verification.Verification.State;
import org.qibroker.account.verification.VerificationRepository.Found;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.http.TimeCursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** What organisations state of themselves, and what coordinators find; those of a district for that district's. */
public final class Verifications {
    private final Platform platform;
    private final Organisations organisations;

    /** On a platform. */
    public Verifications(Platform platform, Organisations organisations) {
        this.platform = platform;
        this.organisations = organisations;
    }

    /** A part of those in a state that are the caller's to verify, the newest first. */
    public Future<Page<Stated>> list(State state, PageRequest page, Caller caller) {
        TimeCursor after = TimeCursor.of(page);
        return platform.database()
                .read(client -> VerificationRepository.list(client, state, caller.district(), after, page.limit() + 1))
                .map(found ->
                        TimeCursor.page(found, page, one -> new TimeCursor(one.registeredAt(), one.organisation())))
                .compose(this::stated);
    }

    private Future<Page<Stated>> stated(Page<Found> page) {
        List<UUID> ids = page.items().stream().map(Found::organisation).toList();
        return organisations.byIds(ids).map(known -> page.map(found -> stated(found, known)));
    }

    private static Stated stated(Found found, Map<UUID, Organisation> known) {
        Organisation organisation = known.get(found.organisation());
        if (organisation == null) {
            throw new IllegalStateException("organisation " + found.organisation() + " went away");
        }
        return new Stated(organisation, found.registeredAt(), found.members(), found.verification());
    }

    /** How an organisation's statements stand. */
    public Future<Verification> of(UUID organisation) {
        return platform.database()
                .read(client -> VerificationRepository.find(client, organisation))
                .map(found -> found.map(Found::verification).orElse(Verification.STATED));
    }

    /** What is decided; a refusal needs its reason. */
    public record Decision(State state, @Nullable String reason) {}

    /**
     * Decides on what an organisation has stated.
     *
     * @param seen version of the organisation that was looked at
     * @return what was decided; fails NOT_FOUND for one that is not the caller's to verify, STALE if it states something
     *     else by now, BAD_INPUT for a refusal without a reason
     */
    public Future<Stated> decide(UUID id, long seen, Decision decision, Caller caller) {
        boolean refused = decision.state() == State.REFUSED;
        String reason = decision.reason() == null ? "" : decision.reason().strip();
        if (decision.state() == State.STATED) {
            return Future.failedFuture(Refusal.badInput("/decision", "unknown-value", "STATED", "VERIFIED, REFUSED"));
        }
        if (refused && reason.isEmpty()) {
            return Future.failedFuture(Refusal.badInput("/reason", "reason-needed"));
        }
        Verification verification = new Verification(
                decision.state(), refused ? reason : null, platform.clock().instant());
        return mine(id, caller)
                .compose(mine -> platform.database().transaction(tx -> organisations
                        .lock(tx, id, seen)
                        .compose(organisation -> VerificationRepository.put(tx, id, verification, caller.userId())
                                .compose(done -> tell(tx, organisation, verification, caller)))))
                .compose(done -> get(id));
    }

    /** What an organisation states, and how that stands; fails NOT_FOUND. */
    Future<Stated> get(UUID id) {
        return platform.database()
                .read(client -> VerificationRepository.find(client, id))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("organisation")))
                .compose(found -> organisations.get(id).map(own -> stated(found, Map.of(id, own))));
    }

    private Future<Void> mine(UUID id, Caller caller) {
        return organisations.get(id).map(organisation -> {
            if (!caller.coordinates(organisation.district())
                    || organisation.roles().contains(Role.COORDINATOR)) {
                throw Refusal.notFound("organisation");
            }
            return null;
        });
    }

    private Future<Void> tell(SqlConnection tx, Organisation organisation, Verification verification, Caller by) {
        String type = verification.state() == State.VERIFIED ? "organisation-verified" : "organisation-refused";
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("nameZh", organisation.nameZh());
        if (verification.reason() != null) {
            data.put("reason", verification.reason());
        }
        return log(tx, organisation, type, data, by);
    }

    /**
     * The caller's organisation states something else of itself; nobody has looked at that yet.
     *
     * @param seen its version
     * @return how it stands after it; fails STALE, BAD_INPUT for a district that is none
     */
    Future<Stated> restate(long seen, Particulars particulars, Caller caller) {
        UUID id = caller.organisation();
        return platform.database()
                .transaction(tx -> organisations
                        .restate(tx, id, seen, particulars)
                        .compose(after -> VerificationRepository.delete(tx, id)
                                .compose(done -> log(tx, after, "organisation-restated", data(after), caller))))
                .compose(done -> get(id));
    }

    private static Map<String, Object> data(Organisation organisation) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("nameZh", organisation.nameZh());
        data.put("district", organisation.district() == null ? "" : organisation.district());
        return data;
    }

    private Future<Void> log(SqlConnection tx, Organisation of, String type, Map<String, Object> data, Caller by) {
        return platform.events()
                .append(tx, new Change("organisation", of.id(), type, by, Set.of(of.id()), data))
                .mapEmpty();
    }
}
