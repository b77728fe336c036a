package org.qibroker.catalog.providers;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
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
import org.qibroker.shared.Caller;

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
        api.bind("updateProvider", call -> change(call, Introduce.class, providers::introduce, this::provider));
        api.bind("addSite", this::addSite);
        api.bind("changeSite", call -> change(call, DescribeSite.class, providers::changeSite, this::site));
        api.bind("endSite", call -> change(call, EndSite.class, this::endSite, this::site));
        api.bind("addAccreditation", this::addAccreditation);
        api.bind(
                "changeAccreditation",
                call -> change(call, DescribeAccreditation.class, providers::changeAccreditation, this::accreditation));
        api.bind(
                "setAccreditationStatus",
                call -> change(call, ChangeStatus.class, providers::setStatus, this::accreditation));
        api.bind("listConfirmations", this::waiting);
        api.bind(
                "decideAccreditation",
                call -> change(call, Decide.class, confirmations::decideAccreditation, this::accreditation));
        api.bind("decideSite", call -> change(call, Decide.class, confirmations::decideSite, this::site));
    }

    /** A change of something that was seen at a version. */
    private interface Work<T> {
        Future<Void> of(UUID id, T command, long version, Caller caller);
    }

    /** Does what the body says to what the path names, and shows it as it is then. */
    private static <T> Future<ApiReply> change(
            ApiCall call, Class<T> command, Work<T> work, Function<UUID, Future<ApiReply>> shown) {
        UUID id = call.id("id");
        return work.of(id, call.body(command), call.ifMatch(), call.caller()).compose(done -> shown.apply(id));
    }

    private Future<Void> endSite(UUID id, EndSite command, long version, Caller caller) {
        LocalDate on = command.on();
        return providers.endSite(id, on == null ? catalog.today() : on, version, caller);
    }

    private Future<ApiReply> provider(UUID id) {
        return catalog.provider(id).map(found -> ApiReply.ok(ProviderView.of(found), found.version()));
    }

    private Future<ApiReply> site(UUID id) {
        return catalog.site(id).map(site -> ApiReply.ok(SiteView.of(site), site.version()));
    }

    private Future<ApiReply> accreditation(UUID id) {
        return catalog.accreditation(id).map(found -> ApiReply.ok(AccreditationView.of(found), found.version()));
    }

    private Future<ApiReply> addSite(ApiCall call) {
        return providers
                .addSite(call.id("id"), call.body(DescribeSite.class), call.caller())
                .compose(catalog::site)
                .map(site ->
                        ApiReply.created("/api/v1/providers/" + site.providerId(), SiteView.of(site), site.version()));
    }

    private Future<ApiReply> addAccreditation(ApiCall call) {
        return providers
                .addAccreditation(call.id("id"), call.body(DescribeAccreditation.class), call.caller())
                .compose(catalog::accreditation)
                .map(made -> ApiReply.created(
                        "/api/v1/providers/" + made.providerId(), AccreditationView.of(made), made.version()));
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
