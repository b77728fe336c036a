package org.qibroker.resource.pages;

import io.vertx.core.Future;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.platform.Platform;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.resource.Break;
import org.qibroker.resource.Resource;
import org.qibroker.resource.ResourceDraft;
import org.qibroker.resource.Resources;
import org.qibroker.resource.Workplaces;
import org.qibroker.shared.Page;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** The provider's pages of its resources. */
public final class ResourcePages {
    private static final String FORM = "resource/form.jte";
    private static final int DAYS_SHOWN = 6;

    private final Platform platform;
    private final Resources resources;
    private final Organisations organisations;

    /** Pages of these resources. */
    public ResourcePages(Platform platform, Resources resources, Organisations organisations) {
        this.platform = platform;
        this.resources = resources;
        this.organisations = organisations;
    }

    /** Mounts them. */
    public void mount(PageRouter pages) {
        Access provider = Access.of(Role.PROVIDER);
        pages.get("/resources", provider, this::list);
        pages.get(
                "/resources/new",
                provider,
                call -> Future.succeededFuture(form(call, ResourceForm.fresh(resources.workplaces(call.caller())))));
        pages.get("/resources/:id", provider, this::edit);
        pages.post("/resources", provider, this::create);
        pages.post("/resources/:id", provider, this::update);
    }

    private Future<View> list(PageCall call) {
        return resources.list(call.page(), call.caller()).compose(page -> withSlots(call, page));
    }

    private Future<View> withSlots(PageCall call, Page<Resource> page) {
        List<Future<ResourceRow>> rows =
                page.items().stream().map(resource -> row(call, resource)).toList();
        return Future.all(rows)
                .map(all -> View.page(
                        "resource/list.jte",
                        Map.of(
                                "rows", all.<ResourceRow>list(),
                                "more", Objects.requireNonNullElse(page.nextCursor(), ""))));
    }

    private Future<ResourceRow> row(PageCall call, Resource resource) {
        LocalDate today = platform.clock().instant().atZone(resource.zone()).toLocalDate();
        String site = resources.workplaces(call.caller()).stream()
                .filter(workplace -> workplace.siteId().equals(resource.siteId()))
                .findFirst()
                .map(Workplaces.Workplace::name)
                .orElse("");
        Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
        Stream.of(DayOfWeek.values()).forEach(day -> hours.put(day, ResourceForm.hoursOf(resource, day)));
        return resources
                .availability(resource.id(), today, today.plusDays(DAYS_SHOWN))
                .map(slots -> new ResourceRow(
                        resource, site, hours, slots, platform.clock().instant()));
    }

    private View form(PageCall call, ResourceForm form) {
        return View.page(FORM, params(call, form));
    }

    private Map<String, Object> params(PageCall call, ResourceForm form) {
        return params(call, form, List.of());
    }

    private Map<String, Object> params(PageCall call, ResourceForm form, List<NamedBreak> breaks) {
        return Map.of("form", form, "sites", resources.workplaces(call.caller()), "breaks", breaks);
    }

    private Future<View> edit(PageCall call) {
        return resources.own(call.id("id"), call.caller()).map(found -> form(call, ResourceForm.of(found)));
    }

    /** What may be kept as an exception is asked for only once it is known what would break. */
    private Future<View> again(PageCall call, ResourceForm form, ResourceDraft draft, Throwable failure) {
        boolean breaks = failure instanceof Refusal refusal && refusal.code().equals("breaks-bookings");
        UUID id = form.id();
        return breaks && id != null
                ? resources.breaks(id, form.version(), draft, call.caller()).compose(broken -> withNames(broken)
                        .map(named -> View.refused(failure, FORM, params(call, form, named))))
                : Future.succeededFuture(View.refused(failure, FORM, params(call, form)));
    }

    private Future<List<NamedBreak>> withNames(List<Break> breaks) {
        List<UUID> ids = breaks.stream().map(Break::organisationId).distinct().toList();
        List<Future<Organisation>> found = ids.stream().map(organisations::get).toList();
        return Future.all(found).map(all -> {
            Map<UUID, String> names = new HashMap<>();
            found.forEach(one -> names.put(one.result().id(), one.result().nameZh()));
            return breaks.stream()
                    .map(broken -> new NamedBreak(broken, names.getOrDefault(broken.organisationId(), "")))
                    .toList();
        });
    }

    private Future<View> create(PageCall call) {
        ResourceForm form = ResourceForm.of(call.form(), null);
        List<Workplaces.Workplace> sites = resources.workplaces(call.caller());
        try {
            return resources
                    .create(form.draft(call.form().inputs(), sites, null), call.caller())
                    .map(ResourcePages::saved)
                    .otherwise(failure -> View.refused(failure, FORM, params(call, form)));
        } catch (Refusal refused) {
            return Future.succeededFuture(View.refused(refused, FORM, params(call, form)));
        }
    }

    private Future<View> update(PageCall call) {
        UUID id = call.id("id");
        ResourceForm form = ResourceForm.of(call.form(), id);
        List<Workplaces.Workplace> sites = resources.workplaces(call.caller());
        return resources
                .own(id, call.caller())
                .map(known -> form.draft(call.form().inputs(), sites, known.zone()))
                .compose(draft -> resources
                        .update(id, form.version(), draft, call.caller())
                        .map(ResourcePages::saved)
                        .recover(failure -> again(call, form, draft, failure)))
                .otherwise(malformed -> View.refused(malformed, FORM, params(call, form)));
    }

    private static View saved(Resource resource) {
        return View.seeOther("/resources").flash("resource.flash.saved");
    }
}
