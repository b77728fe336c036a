package org.qibroker.audit;

import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibroker.account.Organisation;
import org.qibroker.platform.events.LogCheck;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Page;
import org.qibroker.shared.Role;

/** The audit as a page: how the log stands, a search, and what it finds. */
final class AuditPages {
    private static final Access READERS = Access.of(Role.COORDINATOR, Role.ADMIN);
    private static final String HOME = "/audit";
    private static final String PAGE = "audit/list.jte";
    private static final List<String> FIELDS =
            List.of("person", "organisation", "booking", "subject", "from", "to", "deed");

    private final Audit audit;

    AuditPages(Audit audit) {
        this.audit = audit;
    }

    void mount(PageRouter pages) {
        pages.get(HOME, READERS, this::list);
    }

    private Future<View> list(PageCall call) {
        return audit.checks().compose(checks -> Future.succeededFuture()
                .map(now -> search(call))
                .compose(search -> audit.search(search, call.page(), call.caller()))
                .compose(page -> found(call, page, checks))
                .recover(failure -> Future.succeededFuture(
                        View.refused(failure, PAGE, params(call, List.of(), Optional.empty(), checks)))));
    }

    private static AuditSearch search(PageCall call) {
        return new AuditSearch(
                call.query("person").orElse(null),
                call.query("organisation").orElse(null),
                call.query("booking").orElse(null),
                call.query("subject").orElse(null),
                call.inputs().date("from").orElse(null),
                call.inputs().date("to").orElse(null),
                call.inputs().constant("deed", Deed.class).orElse(null));
    }

    private Future<View> found(PageCall call, Page<AuditEntry> page, List<LogCheck> checks) {
        return audit.organisations(page.items()).map(known -> {
            List<AuditRow> rows = page.items().stream()
                    .map(entry -> row(entry, known, call.locale()))
                    .toList();
            return View.page(PAGE, params(call, rows, Optional.ofNullable(page.nextCursor()), checks));
        });
    }

    private static AuditRow row(AuditEntry entry, Map<UUID, Organisation> known, Locale locale) {
        Organisation organisation = known.get(entry.by().organisationId());
        return new AuditRow(entry, organisation == null ? "" : organisation.name(locale));
    }

    private static Map<String, Object> params(
            PageCall call, List<AuditRow> rows, Optional<String> next, List<LogCheck> checks) {
        Map<String, String> asked = new HashMap<>();
        FIELDS.forEach(field -> call.query(field).ifPresent(text -> asked.put(field, text)));
        return Map.of("rows", rows, "next", next.map(cursor -> more(asked, cursor)), "checks", checks, "asked", asked);
    }

    private static String more(Map<String, String> asked, String cursor) {
        return Stream.concat(asked.entrySet().stream(), Stream.of(Map.entry("cursor", cursor)))
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", HOME + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
