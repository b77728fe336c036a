package org.qibroker.notify.calendar;

import java.util.List;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.security.Seal;
import org.qibroker.platform.security.SigningKeys;
import org.qibroker.platform.web.PageRouter;

/** Wires calendars. */
public final class CalendarModule {
    private final Feeds feeds;

    /** Calendars of users and of these resources, at addresses sealed with the keys. */
    public CalendarModule(Platform platform, Bench.Source benches, SigningKeys keys) {
        CalendarWriter writer =
                new CalendarWriter(platform.messages(), platform.settings().publicUrl());
        this.feeds = new Feeds(platform, Seal.of(keys, "calendar"), benches, writer);
    }

    /** Binds listCalendars, renewCalendar, endCalendar and readCalendar. */
    public void bind(ApiBinder api) {
        new FeedApi(feeds).bind(api);
    }

    /** Mounts the page of calendars. */
    public void mount(PageRouter pages) {
        new FeedPages(feeds).mount(pages);
    }

    /** What follows the log of bookings. */
    public List<Projection> projections() {
        return List.of(new AgendaKeeper());
    }
}
