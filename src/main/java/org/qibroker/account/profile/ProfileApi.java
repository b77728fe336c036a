package org.qibroker.account.profile;

import io.vertx.core.Future;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** Profiles of organisations over the API. */
final class ProfileApi {
    private final Profiles profiles;

    ProfileApi(Profiles profiles) {
        this.profiles = profiles;
    }

    void bind(ApiBinder api) {
        api.bind("listIndustries", this::industries);
        api.bind("getOrganisationProfile", call -> profiles.get(call.id("id"), call.caller())
                .map(ProfileApi::reply));
        api.bind("setOrganisationProfile", this::say);
    }

    private Future<ApiReply> industries(ApiCall call) {
        List<Industries.Group> groups = profiles.industries().groups();
        return Future.succeededFuture(ApiReply.ok(Map.of("items", groups)));
    }

    private Future<ApiReply> say(ApiCall call) {
        Said said = call.body(Said.class);
        return profiles.say(call.id("id"), call.ifMatch(), said.industry(), said.size(), call.caller())
                .map(ProfileApi::reply);
    }

    private static ApiReply reply(Profile profile) {
        return ApiReply.ok(profile, profile.version());
    }

    private record Said(@Nullable @Size(max = 40) String industry, @Nullable EnterpriseSize size) {}
}
