package org.qibroker.account.signin;

import io.vertx.core.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.security.SigningKeys;

/** Tokens over the API. */
final class TokenApi {
    private final SignIns signIns;
    private final SigningKeys keys;

    TokenApi(SignIns signIns, SigningKeys keys) {
        this.signIns = signIns;
        this.keys = keys;
    }

    void bind(ApiBinder api) {
        api.bind("jwks", call -> Future.succeededFuture(ApiReply.ok(keys.jwks())));
        api.bind("createToken", this::createToken);
        api.bind("refreshToken", this::refreshToken);
        api.bind("revokeToken", call -> signIns.revoke(call.caller().user()).map(done -> ApiReply.noContent()));
    }

    private Future<ApiReply> createToken(ApiCall call) {
        Credentials credentials = call.body(Credentials.class);
        return signIns.byAll(credentials.email(), credentials.password(), credentials.code(), call.remoteAddress())
                .compose(user -> signIns.tokens(user, call.header("User-Agent").orElse(null)))
                .map(ApiReply::ok);
    }

    private Future<ApiReply> refreshToken(ApiCall call) {
        return signIns.refreshed(call.body(RefreshRequest.class).refreshToken()).map(ApiReply::ok);
    }

    private record Credentials(
            @NotNull @Size(max = 254) String email,
            @NotNull @Size(max = 200) String password,
            @Nullable @Size(max = 40) String code) {
        @Override
        public String toString() {
            return "Credentials[" + email + "]";
        }
    }

    private record RefreshRequest(@NotNull @Size(max = 500) String refreshToken) {}
}
