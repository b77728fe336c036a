package org.qibroker.account.signin;

import io.vertx.core.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.qibroker.account.Accounts;
import org.qibroker.account.factor.SecondFactors;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** Where and how the caller signs in, over the API. */
final class SecurityApi {
    private static final String NO_COOKIE = "";

    private final Accounts accounts;
    private final Sessions sessions;
    private final SecondFactors factors;

    SecurityApi(Accounts accounts, Sessions sessions, SecondFactors factors) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
    }

    void bind(ApiBinder api) {
        api.bind("listSessions", this::list);
        api.bind(
                "endSession", call -> sessions.end(call.id("id"), call.caller()).map(done -> ApiReply.noContent()));
        api.bind("getSecondFactor", call -> factors.status(call.caller().user()).map(ApiReply::ok));
        api.bind("enrolSecondFactor", this::enrol);
        api.bind("confirmSecondFactor", this::confirm);
        api.bind("removeSecondFactor", this::remove);
    }

    private Future<ApiReply> list(ApiCall call) {
        return sessions.of(call.caller(), NO_COOKIE).map(items -> ApiReply.ok(new Listed(items)));
    }

    private Future<ApiReply> enrol(ApiCall call) {
        return accounts.user(call.caller().user())
                .compose(user -> factors.enrol(call.caller(), user.email()))
                .map(ApiReply::ok);
    }

    private Future<ApiReply> confirm(ApiCall call) {
        return factors.confirm(call.caller(), call.body(Code.class).code())
                .map(codes -> ApiReply.ok(new Recovery(codes)));
    }

    private Future<ApiReply> remove(ApiCall call) {
        return factors.remove(call.caller(), call.body(Code.class).code()).map(done -> ApiReply.noContent());
    }

    private record Listed(List<Session> items) {}

    private record Code(@NotNull @Size(max = 40) String code) {
        @Override
        public String toString() {
            return "Code[]";
        }
    }

    private record Recovery(List<String> recoveryCodes) {}
}
