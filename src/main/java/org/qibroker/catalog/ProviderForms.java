package org.qibroker.catalog;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** Forms on the page of a provider, for those who may change it. */
final class ProviderForms {
    private static final Access PROVIDERS = Access.of(Role.PROVIDER, Role.ADMIN);

    private final Providers providers;
    private final CatalogPages pages;

    ProviderForms(Providers providers, CatalogPages pages) {
        this.providers = providers;
        this.pages = pages;
    }

    void mount(PageRouter router) {
        router.post("/providers/:id/introduction", PROVIDERS, call -> answer(call, () -> introduce(call)));
        router.post("/providers/:id/sites", PROVIDERS, call -> answer(call, () -> addSite(call)));
        router.post("/providers/:id/accreditations", PROVIDERS, call -> answer(call, () -> addAccreditation(call)));
        router.post(
                "/providers/:id/accreditations/:accreditation", PROVIDERS, call -> answer(call, () -> status(call)));
    }

    private Future<View> answer(PageCall call, Supplier<Future<?>> work) {
        UUID id = call.id("id");
        return Future.succeededFuture()
                .compose(go -> work.get())
                .map(done -> View.seeOther("/providers/" + id).flash("catalog.provider.saved"))
                .recover(failure -> pages.shown(call, id)
                        .map(page -> View.refused(failure, "catalog/provider.jte", Map.of("page", page))));
    }

    private Future<Void> introduce(PageCall call) {
        Form form = call.form();
        ProviderCommands.Introduce command = Validation.valid(new ProviderCommands.Introduce(
                form.optional("introZh").orElse(null), form.optional("introEn").orElse(null)));
        return providers.introduce(call.id("id"), command, version(form), call.caller());
    }

    private Future<UUID> addSite(PageCall call) {
        Form form = call.form();
        ProviderCommands.DescribeSite command = Validation.valid(new ProviderCommands.DescribeSite(
                form.text("nameZh"),
                form.optional("nameEn").orElse(null),
                form.text("district"),
                form.text("addressZh"),
                form.has("main"),
                null));
        return providers.addSite(call.id("id"), command, call.caller());
    }

    private Future<UUID> addAccreditation(PageCall call) {
        Form form = call.form();
        ProviderCommands.DescribeAccreditation command = Validation.valid(new ProviderCommands.DescribeAccreditation(
                form.text("scheme"),
                form.text("certificateNumber"),
                date(form, "from"),
                date(form, "to"),
                sites(form)));
        return providers.addAccreditation(call.id("id"), command, call.caller());
    }

    private static LocalDate date(Form form, String field) {
        return form.inputs().date(field).orElseThrow(() -> Refusal.badInput("/" + field, "not-null"));
    }

    private static Set<UUID> sites(Form form) {
        return form.all("siteIds").stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    private Future<Void> status(PageCall call) {
        Inputs inputs = call.form().inputs();
        Accreditation.Status status = inputs.constant("status", Accreditation.Status.class)
                .orElseThrow(() -> Refusal.badInput("/status", "not-null"));
        return providers.setStatus(call.id("accreditation"), status, version(call.form()), call.caller());
    }

    private static long version(Form form) {
        return form.inputs().integer("version").orElseThrow(() -> Refusal.badInput("/version", "not-null"));
    }
}
