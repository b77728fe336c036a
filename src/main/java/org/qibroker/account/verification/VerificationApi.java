package org.qibroker.account.verification;

import io.vertx.core.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations.Particulars;
import org.qibroker.account.verification.Verification.State;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.shared.Role;

/** What organisations state, and its verification, over the API. */
final class VerificationApi {
    private final Verifications verifications;

    VerificationApi(Verifications verifications) {
        this.verifications = verifications;
    }

    void bind(ApiBinder api) {
        api.bind("listOrganisations", this::list);
        api.bind("verifyOrganisation", this::decide);
        api.bind(
                "getOwnOrganisation",
                call -> verifications.get(call.caller().organisation()).map(VerificationApi::reply));
        api.bind("restateOrganisation", this::restate);
    }

    private Future<ApiReply> list(ApiCall call) {
        State state = call.queryEnum("state", State.class).orElse(State.STATED);
        return verifications.list(state, call.page(), call.caller()).map(page -> ApiReply.ok(page.map(Item::of)));
    }

    private Future<ApiReply> decide(ApiCall call) {
        long seen = call.ifMatch();
        Decided decided = call.body(Decided.class);
        return verifications
                .decide(
                        call.id("id"),
                        seen,
                        new Verifications.Decision(decided.decision(), decided.reason()),
                        call.caller())
                .map(VerificationApi::reply);
    }

    private static ApiReply reply(Stated stated) {
        return ApiReply.ok(Item.of(stated), stated.organisation().version());
    }

    private Future<ApiReply> restate(ApiCall call) {
        long seen = call.ifMatch();
        return verifications
                .restate(seen, call.body(Particulars.class), call.caller())
                .map(VerificationApi::reply);
    }

    private record Decided(@NotNull State decision, @Nullable @Size(max = 1000) String reason) {}

    private record Item(
            UUID id,
            String uscc,
            String nameZh,
            @Nullable String nameEn,
            Set<Role> roles,
            @Nullable String district,
            Instant registeredAt,
            int members,
            State state,
            @Nullable String reason,
            @Nullable Instant decidedAt,
            long version) {
        static Item of(Stated stated) {
            Organisation own = stated.organisation();
            Verification found = stated.verification();
            return new Item(
                    own.id(),
                    own.uscc(),
                    own.nameZh(),
                    own.nameEn(),
                    own.roles(),
                    own.district(),
                    stated.registeredAt(),
                    stated.members(),
                    found.state(),
                    found.reason(),
                    found.decidedAt(),
                    own.version());
        }
    }
}
