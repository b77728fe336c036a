package org.qibroker.audit;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.platform.events.LogCheck;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.shared.Page;

/** The audit over the API. */
final class AuditApi {
    private final Audit audit;

    AuditApi(Audit audit) {
        this.audit = audit;
    }

    void bind(ApiBinder api) {
        api.bind("searchAudit", this::search);
        api.bind("listLogChecks", call -> audit.checks().map(checks -> ApiReply.ok(new Checks(checks))));
    }

    private Future<ApiReply> search(ApiCall call) {
        AuditSearch search = new AuditSearch(
                call.query("person").orElse(null),
                call.query("organisation").orElse(null),
                call.query("booking").orElse(null),
                call.query("subject").orElse(null),
                call.queryDate("from").orElse(null),
                call.queryDate("to").orElse(null),
                call.queryEnum("deed", Deed.class).orElse(null));
        return audit.search(search, call.page(), call.caller())
                .compose(page -> audit.organisations(page.items()).map(known -> told(page, known, call.locale())))
                .map(ApiReply::ok);
    }

    private static Page<Item> told(Page<AuditEntry> page, Map<UUID, Organisation> known, Locale locale) {
        return page.map(entry -> Item.of(entry, known, locale));
    }

    private record Checks(List<LogCheck> items) {}

    private record Who(
            @Nullable UUID userId, String name, @Nullable UUID organisationId, @Nullable String organisationName) {}

    private record Item(
            long position,
            Instant at,
            Deed deed,
            String kind,
            UUID subject,
            String type,
            Who by,
            @Nullable String about,
            @Nullable String path) {
        static Item of(AuditEntry entry, Map<UUID, Organisation> known, Locale locale) {
            AuditEntry.By by = entry.by();
            Organisation organisation = by.organisationId() == null ? null : known.get(by.organisationId());
            String name = organisation == null ? null : organisation.name(locale);
            return new Item(
                    entry.position(),
                    entry.at(),
                    entry.deed(),
                    entry.kind(),
                    entry.subject(),
                    entry.type(),
                    new Who(by.userId(), by.name(), by.organisationId(), name),
                    entry.about(),
                    entry.path());
        }
    }
}
