package org.qibroker.account.operator;

import io.vertx.core.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.shared.Role;

/** Accounts and districts over the API, for the operator. */
final class OperatorApi {
    private final ManagedUsers users;
    private final Districts districts;

    OperatorApi(ManagedUsers users, Districts districts) {
        this.users = users;
        this.districts = districts;
    }

    void bind(ApiBinder api) {
        api.bind("listUsers", call -> users.list(call.query("q").orElse(null), call.page(), call.caller())
                .map(ApiReply::ok));
        api.bind("addUser", this::add);
        api.bind("getUser", call -> users.get(call.id("id")).map(OperatorApi::reply));
        api.bind("transitionUser", this::act);
        api.bind("setUserRoles", this::setRoles);
        api.bind("setDistrict", this::setDistrict);
    }

    private Future<ApiReply> add(ApiCall call) {
        return users.add(call.body(NewAccount.class), call.caller(), call.locale())
                .map(added -> ApiReply.created("/api/v1/users/" + added.user().id(), added));
    }

    private Future<ApiReply> act(ApiCall call) {
        Transition transition = call.body(Transition.class);
        return users.act(call.id("id"), transition.action(), transition.reason(), call.caller())
                .map(OperatorApi::reply);
    }

    private Future<ApiReply> setRoles(ApiCall call) {
        long seen = call.ifMatch();
        return users.setRoles(call.id("id"), seen, call.body(Roles.class).roles(), call.caller())
                .map(OperatorApi::reply);
    }

    private Future<ApiReply> setDistrict(ApiCall call) {
        long seen = call.ifMatch();
        return districts
                .set(call.id("id"), seen, call.body(District.class).district(), call.caller())
                .map(organisation -> ApiReply.ok(organisation, organisation.version()));
    }

    private static ApiReply reply(ManagedUser user) {
        return ApiReply.ok(user, user.version());
    }

    private record Transition(@NotNull UserAction action, @Nullable @Size(max = 1000) String reason) {}

    private record Roles(@NotNull Set<@NotNull Role> roles) {}

    private record District(@Nullable @Pattern(regexp = "[0-9]{6}") String district) {}
}
