package org.qibroker.account.signin;

import io.vertx.core.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.qibroker.account.signin.PasswordChanges.OldAndNew;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** New passwords over the API. */
final class PasswordApi {
    private static final String NO_COOKIE = "";

    private final PasswordChanges changes;

    PasswordApi(PasswordChanges changes) {
        this.changes = changes;
    }

    void bind(ApiBinder api) {
        api.bind("requestPasswordReset", this::request);
        api.bind("resetPassword", this::reset);
        api.bind("changePassword", this::change);
    }

    private Future<ApiReply> request(ApiCall call) {
        return changes.request(call.body(Request.class).email(), call.remoteAddress(), call.locale())
                .map(done -> ApiReply.noContent());
    }

    private Future<ApiReply> reset(ApiCall call) {
        Reset reset = call.body(Reset.class);
        return changes.reset(reset.secret(), reset.password()).map(done -> ApiReply.noContent());
    }

    private Future<ApiReply> change(ApiCall call) {
        Changed changed = call.body(Changed.class);
        OldAndNew passwords = new OldAndNew(changed.current(), changed.password());
        return changes.change(call.caller(), passwords, NO_COOKIE, call.remoteAddress())
                .map(done -> ApiReply.noContent());
    }

    private record Request(@NotNull @Size(max = 254) String email) {}

    private record Reset(@NotNull @Size(max = 100) String secret, @NotNull @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Reset[]";
        }
    }

    private record Changed(@NotNull @Size(max = 200) String current, @NotNull @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Changed[]";
        }
    }
}
