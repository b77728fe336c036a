package org.qibroker.account;

import io.vertx.core.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.security.SigningKeys;
import org.qibroker.shared.Role;

/** Accounts over the API. */
final class AccountApi {
    private final SignIns signIns;
    private final Accounts accounts;
    private final Registrations registrations;
    private final SigningKeys keys;

    AccountApi(SignIns signIns, Accounts accounts, Registrations registrations, SigningKeys keys) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.registrations = registrations;
        this.keys = keys;
    }

    void bind(ApiBinder api) {
        api.bind("jwks", call -> Future.succeededFuture(ApiReply.ok(keys.jwks())));
        api.bind("createToken", this::createToken);
        api.bind("refreshToken", this::refreshToken);
        api.bind("revokeToken", call -> signIns.revoke(call.caller().user()).map(done -> ApiReply.noContent()));
        api.bind("registerOrganisation", this::register);
        api.bind("me", call -> accounts.user(call.caller().user()).map(user -> ApiReply.ok(Me.of(user))));
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

    private Future<ApiReply> register(ApiCall call) {
        return registrations
                .register(call.body(RegisterOrganisation.class), call.caller(), call.remoteAddress())
                .map(organisation -> ApiReply.created("/api/v1/me", organisation));
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

    private record Me(UUID userId, String email, String name, Set<Role> roles, @Nullable Member organisation) {
        static Me of(User user) {
            return new Me(user.id(), user.email(), user.name(), user.roles(), Member.of(user.organisation()));
        }
    }

    private record Member(UUID id, String name, Set<Role> roles) {
        static @Nullable Member of(@Nullable Organisation organisation) {
            return organisation == null
                    ? null
                    : new Member(organisation.id(), organisation.nameZh(), organisation.roles());
        }
    }
}
