package org.qibroker.account.privacy;

import io.vertx.core.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.privacy.Deletion.Proof;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** One's personal data over the API. */
final class PrivacyApi {
    private final PersonalData data;
    private final Deletion deletion;

    PrivacyApi(PersonalData data, Deletion deletion) {
        this.data = data;
        this.deletion = deletion;
    }

    void bind(ApiBinder api) {
        api.bind("exportPersonalData", call -> data.file(call.caller()));
        api.bind("deleteAccount", this::delete);
    }

    private Future<ApiReply> delete(ApiCall call) {
        Wish wish = call.body(Wish.class);
        return deletion.delete(call.caller(), new Proof(wish.password(), wish.code(), call.remoteAddress()))
                .map(done -> ApiReply.noContent());
    }

    private record Wish(@NotNull @Size(max = 200) String password, @Nullable @Size(max = 40) String code) {
        @Override
        public String toString() {
            return "Wish[]";
        }
    }
}
