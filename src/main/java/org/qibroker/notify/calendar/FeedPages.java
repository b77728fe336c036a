package org.qibroker.notify.calendar;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Role;

/** The page on which users get the addresses of their calendars. */
final class FeedPages {
    private static final Access MEMBERS = Access.of(Role.ENTERPRISE, Role.PROVIDER, Role.COORDINATOR);
    private static final String PATH = "/calendars";

    private final Feeds feeds;

    FeedPages(Feeds feeds) {
        this.feeds = feeds;
    }

    void mount(PageRouter pages) {
        pages.get(
                PATH, MEMBERS, call -> list(call).map(rows -> View.page("notify/calendars.jte", Map.of("rows", rows))));
        pages.post(PATH, MEMBERS, this::renew);
        pages.post(PATH + "/:id/end", MEMBERS, call -> feeds.end(call.id("id"), call.caller())
                .map(done -> View.seeOther(PATH).flash("subscription.ended")));
    }

    private Future<View> renew(PageCall call) {
        UUID resource = call.form().inputs().id("resourceId").orElse(null);
        return feeds.renew(resource, call.caller()).map(feed -> View.seeOther(PATH)
                .flash(feed.generation() == 1 ? "subscription.made" : "subscription.renewed"));
    }

    private Future<List<CalendarRow>> list(PageCall call) {
        Future<List<Feed>> made = feeds.of(call.caller());
        Future<List<Bench>> benches = feeds.benches(call.caller());
        return Future.all(made, benches).map(all -> rows(made.result(), benches.result()));
    }

    private List<CalendarRow> rows(List<Feed> made, List<Bench> benches) {
        List<CalendarRow> rows = new ArrayList<>();
        rows.add(row(null, null, made));
        benches.forEach(bench -> rows.add(row(bench.id(), bench.name(), made)));
        return rows;
    }

    private CalendarRow row(@Nullable UUID resource, @Nullable String name, List<Feed> made) {
        Optional<Feed> feed = made.stream()
                .filter(each -> Objects.equals(each.resourceId(), resource))
                .findFirst();
        return new CalendarRow(
                resource,
                name,
                feed.map(Feed::id).orElse(null),
                feed.map(feeds::url).orElse(null));
    }
}
