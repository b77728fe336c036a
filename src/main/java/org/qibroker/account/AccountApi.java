package org.qibroker.account;

import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.shared.Role;

/** Accounts over the API. */
final class AccountApi {
    private final Accounts accounts;
    private final Registrations registrations;

    AccountApi(Accounts accounts, Registrations registrations) {
        this.accounts = accounts;
        this.registrations = registrations;
    }

    void bind(ApiBinder api) {
        api.bind("registerOrganisation", this::register);
        api.bind("me", call -> accounts.user(call.caller().user()).map(user -> ApiReply.ok(Me.of(user))));
    }

    private Future<ApiReply> register(ApiCall call) {
        return registrations
                .register(call.body(RegisterOrganisation.class), call.caller(), call.remoteAddress())
                .map(organisation -> ApiReply.created("/api/v1/me", organisation));
    }

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
