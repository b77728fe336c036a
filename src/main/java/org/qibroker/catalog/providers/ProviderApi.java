package org.qibroker.catalog.providers;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.providers.ProviderCommands.ChangeStatus;
import org.qibroker.catalog.providers.ProviderCommands.Decide;
import org.qibroker.catalog.providers.ProviderCommands.DescribeAccreditation;
import org.qibroker.catalog.providers.ProviderCommands.DescribeSite;
import org.qibroker.catalog.providers.ProviderCommands.EndSite;
import org.qibroker.catalog.providers.ProviderCommands.Introduce;
import org.qibroker.catalog.providers.ProviderView.AccreditationView;
import org.qibroker.catalog.providers.ProviderView.SiteView;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** What providers say about themselves and what coordinators make of it, as JSON. */
final class ProviderApi {
    private final Catalog catalog;
    private final Providers providers;
    private final Confirmations confirmations;

    ProviderApi(Catalog catalog, Providers providers, Confirmations confirmations) {
        this.catalog = catalog;
        this.providers = providers;
        this.confirmations = confirmations;
    }

    void bind(ApiBinder api) {
        api.bind("getProvider", call -> provider(call.id("id")));
        api.bind("becomeProvider", call -> providers
                .become(call.caller())
                .map(made ->
                        ApiReply.created("/api/v1/providers/" + made.id(), ProviderView.of(made), made.version())));
        api.bind("updateProvider", this::introduce);
        api.bind("addSite", this::addSite);
        api.bind("changeSite", this::changeSite);
        api.bind("endSite", this::endSite);
        api.bind("addAccreditation", this::addAccreditation);
        api.bind("changeAccreditation", this::changeAccreditation);
        api.bind("setAccreditationStatus", this::setStatus);
        api.bind("listConfirmations", this::waiting);
        api.bind("decideAccreditation", this::decideAccreditation);
        api.bind("decideSite", this::decideSite);
    }

    private Future<ApiReply> provider(UUID id) {
        return catalog.provider(id).map(found -> ApiReply.ok(ProviderView.of(found), found.version()));
    }

    private Future<ApiReply> introduce(ApiCall call) {
        UUID id = call.id("id");
        return providers
                .introduce(id, call.body(Introduce.class), call.ifMatch(), call.caller())
                .compose(done -> provider(id));
    }

    private Future<ApiReply> addSite(ApiCall call) {
        return providers
                .addSite(call.id("id"), call.body(DescribeSite.class), call.caller())
                .compose(catalog::site)
                .map(site ->
                        ApiReply.created("/api/v1/providers/" + site.providerId(), SiteView.of(site), site.version()));
    }

    private Future<ApiReply> changeSite(ApiCall call) {
        UUID id = call.id("id");
        return providers
                .changeSite(id, call.body(DescribeSite.class), call.ifMatch(), call.caller())
                .compose(done -> site(id));
    }

    private Future<ApiReply> endSite(ApiCall call) {
        UUID id = call.id("id");
        LocalDate on = call.body(EndSite.class).on();
        return providers
                .endSite(id, on == null ? catalog.today() : on, call.ifMatch(), call.caller())
                .compose(done -> site(id));
    }

    private Future<ApiReply> decideSite(ApiCall call) {
        UUID id = call.id("id");
        return confirmations
                .decideSite(id, call.body(Decide.class), call.ifMatch(), call.caller())
                .compose(done -> site(id));
    }

    private Future<ApiReply> site(UUID id) {
        return catalog.site(id).map(site -> ApiReply.ok(SiteView.of(site), site.version()));
    }

    private Future<ApiReply> addAccreditation(ApiCall call) {
        return providers
                .addAccreditation(call.id("id"), call.body(DescribeAccreditation.class), call.caller())
                .compose(catalog::accreditation)
                .map(made -> ApiReply.created(
                        "/api/v1/providers/" + made.providerId(), AccreditationView.of(made), made.version()));
    }

    private Future<ApiReply> changeAccreditation(ApiCall call) {
        UUID id = call.id("id");
        return providers
                .changeAccreditation(id, call.body(DescribeAccreditation.class), call.ifMatch(), call.caller())
                .compose(done -> accreditation(id));
    }

    private Future<ApiReply> setStatus(ApiCall call) {
        UUID id = call.id("id");
        return providers
                .setStatus(id, call.body(ChangeStatus.class), call.ifMatch(), call.caller())
                .compose(done -> accreditation(id));
    }

    private Future<ApiReply> decideAccreditation(ApiCall call) {
        UUID id = call.id("id");
        return confirmations
                .decideAccreditation(id, call.body(Decide.class), call.ifMatch(), call.caller())
                .compose(done -> accreditation(id));
    }

    private Future<ApiReply> accreditation(UUID id) {
        return catalog.accreditation(id).map(found -> ApiReply.ok(AccreditationView.of(found), found.version()));
    }

    private Future<ApiReply> waiting(ApiCall call) {
        return confirmations.waiting(call.page(), call.caller()).map(page -> ApiReply.ok(page.map(WaitingView::of)));
    }

    /** Something that waits to be confirmed. */
    record WaitingView(
            UUID providerId,
            String providerNameZh,
            @Nullable String providerNameEn,
            @Nullable AccreditationView accreditation,
            @Nullable SiteView site,
            Instant since) {
        static WaitingView of(Confirmations.Waiting waiting) {
            Accreditation accreditation = waiting.accreditation();
            Site site = waiting.site();
            return new WaitingView(
                    waiting.provider().id(),
                    waiting.provider().nameZh(),
                    waiting.provider().nameEn(),
                    accreditation == null ? null : AccreditationView.of(accreditation),
                    site == null ? null : SiteView.of(site),
                    waiting.since());
        }
    }
}
