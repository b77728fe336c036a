package org.qibroker.catalog.providers;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qibroker.catalog.Accreditation;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.Form;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.BodyKind;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** Forms on the page of a provider, for those who may change it. */
final class ProviderForms {
    private static final Access PROVIDERS = Access.of(Role.PROVIDER, Role.ADMIN);

    private final Providers providers;
    private final ProviderPages pages;

    ProviderForms(Providers providers, ProviderPages pages) {
        this.providers = providers;
        this.pages = pages;
    }

    void mount(PageRouter router) {
        router.post("/providers", Access.of(Role.ENTERPRISE, Role.COORDINATOR), this::become);
        router.post("/providers/:id/introduction", PROVIDERS, call -> answer(call, "introduction", this::introduce));
        router.post("/providers/:id/sites", PROVIDERS, call -> answer(call, "new-site", this::addSite));
        router.post(
                "/providers/:id/sites/:site",
                PROVIDERS,
                call -> answer(call, call.id("site").toString(), this::changeSite));
        router.post(
                "/providers/:id/sites/:site/end",
                PROVIDERS,
                call -> answer(call, "end-" + call.id("site"), this::endSite));
        router.post(
                "/providers/:id/accreditations",
                PROVIDERS,
                call -> answer(call, "new-accreditation", this::addAccreditation));
        router.post(
                "/providers/:id/accreditations/:accreditation",
                PROVIDERS,
                call -> answer(call, call.id("accreditation").toString(), this::changeAccreditation));
        router.post(
                "/providers/:id/accreditations/:accreditation/status",
                Access.of(Role.PROVIDER, Role.ADMIN, Role.COORDINATOR),
                call -> answer(call, "status-" + call.id("accreditation"), this::status));
    }

    /** Back to the page; if it is refused, with what was typed into that form. */
    private Future<View> answer(PageCall call, String form, Function<PageCall, Future<?>> work) {
        UUID id = call.id("id");
        return Future.succeededFuture()
                .compose(go -> work.apply(call))
                .map(done -> View.seeOther("/providers/" + id).flash("catalog.provider.saved"))
                .recover(failure -> pages.shown(call, id, TypedForm.of(form, call.form()))
                        .map(page -> View.refused(failure, "catalog/provider.jte", Map.of("page", page))));
    }

    private Future<View> become(PageCall call) {
        return providers.become(call.caller()).map(made -> View.seeOther("/providers/" + made.id())
                .flash("catalog.provider.opened"));
    }

    private Future<Void> introduce(PageCall call) {
        Form form = call.form();
        ProviderCommands.Introduce command = Validation.valid(new ProviderCommands.Introduce(
                form.optional("introZh").orElse(null), form.optional("introEn").orElse(null), kinds(form)));
        return providers.introduce(call.id("id"), command, version(form), call.caller());
    }

    private static Set<BodyKind> kinds(Form form) {
        return Arrays.stream(BodyKind.values())
                .filter(kind -> form.all("kinds").contains(kind.name()))
                .collect(Collectors.toSet());
    }

    private Future<UUID> addSite(PageCall call) {
        return providers.addSite(call.id("id"), described(call.form()), call.caller());
    }

    private Future<Void> changeSite(PageCall call) {
        return providers.changeSite(call.id("site"), described(call.form()), version(call.form()), call.caller());
    }

    private static ProviderCommands.DescribeSite described(Form form) {
        return Validation.valid(new ProviderCommands.DescribeSite(
                form.text("nameZh"),
                form.optional("nameEn").orElse(null),
                form.text("district"),
                form.text("addressZh"),
                form.has("main"),
                form.optional("zone").orElse(null)));
    }

    private Future<Void> endSite(PageCall call) {
        return providers.endSite(call.id("site"), date(call.form(), "on"), version(call.form()), call.caller());
    }

    private Future<UUID> addAccreditation(PageCall call) {
        return providers.addAccreditation(call.id("id"), accredited(call.form()), call.caller());
    }

    private Future<Void> changeAccreditation(PageCall call) {
        return providers.changeAccreditation(
                call.id("accreditation"), accredited(call.form()), version(call.form()), call.caller());
    }

    private static ProviderCommands.DescribeAccreditation accredited(Form form) {
        return Validation.valid(new ProviderCommands.DescribeAccreditation(
                form.text("scheme"),
                form.text("certificateNumber"),
                date(form, "from"),
                date(form, "to"),
                sites(form)));
    }

    private static LocalDate date(Form form, String field) {
        return form.inputs().date(field).orElseThrow(() -> Refusal.badInput("/" + field, "not-null"));
    }

    private static Set<UUID> sites(Form form) {
        try {
            return form.all("siteIds").stream().map(UUID::fromString).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw (Refusal) Refusal.badInput("/siteIds", "unknown-site", "").initCause(e);
        }
    }

    private Future<Void> status(PageCall call) {
        Inputs inputs = call.form().inputs();
        Accreditation.Status status = inputs.constant("status", Accreditation.Status.class)
                .orElseThrow(() -> Refusal.badInput("/status", "not-null"));
        ProviderCommands.ChangeStatus command = Validation.valid(new ProviderCommands.ChangeStatus(
                status, call.form().optional("reason").orElse(null)));
        return providers.setStatus(call.id("accreditation"), command, version(call.form()), call.caller());
    }

    private static long version(Form form) {
        return form.inputs().integer("version").orElseThrow(() -> Refusal.badInput("/version", "not-null"));
    }
}
