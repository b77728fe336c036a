package org.qibroker.notify.calendar;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;

/** Calendars as JSON, and each as a calendar. */
final class FeedApi {
    private static final String CALENDAR = "text/calendar; charset=utf-8";

    private final Feeds feeds;

    FeedApi(Feeds feeds) {
        this.feeds = feeds;
    }

    void bind(ApiBinder api) {
        api.bind("listCalendars", call -> feeds.of(call.caller()).map(this::list));
        api.bind("renewCalendar", this::renew);
        api.bind("endCalendar", call -> feeds.end(call.id("id"), call.caller()).map(done -> ApiReply.noContent()));
        api.bind("readCalendar", call -> feeds.read(call.path("token"), call.locale())
                .map(text -> new ApiReply(200, Map.of("Content-Type", CALENDAR), Buffer.buffer(text))));
    }

    private ApiReply list(List<Feed> found) {
        return ApiReply.ok(new CalendarPage(found.stream().map(this::view).toList()));
    }

    private Future<ApiReply> renew(ApiCall call) {
        return feeds.renew(call.body(Wanted.class).resourceId(), call.caller())
                .map(feed -> ApiReply.created("/api/v1/calendars/" + feed.id(), view(feed)));
    }

    private CalendarView view(Feed feed) {
        return new CalendarView(feed.id(), feed.resourceId(), feed.name(), feeds.url(feed), feed.createdAt());
    }

    private record Wanted(@Nullable UUID resourceId) {}

    private record CalendarPage(List<CalendarView> items) {}

    private record CalendarView(
            UUID id, @Nullable UUID resourceId, @Nullable String name, String url, Instant createdAt) {}
}
