package org.qibroker.notify;

import java.util.List;
import org.qibroker.notify.preference.PreferenceApi;
import org.qibroker.notify.preference.PreferencePages;
import org.qibroker.notify.preference.Preferences;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;

/** Wires notices, and what users want of them. */
public final class NotifyModule {
    private final NoticeApi api;
    private final NoticePages pages;
    private final NoticeWriter writer;
    private final PreferenceApi preferenceApi;
    private final PreferencePages preferencePages;

    /** Notices on a platform, for the organisations of these readers. */
    public NotifyModule(Platform platform, Readers readers) {
        Preferences preferences = new Preferences(platform, readers);
        Notices notices = new Notices(platform, preferences);
        this.preferenceApi = new PreferenceApi(preferences);
        this.preferencePages = new PreferencePages(
                preferences, platform.settings().mail().host().isPresent());
        this.api = new NoticeApi(notices, platform.messages());
        this.pages = new NoticePages(notices);
        this.writer = new NoticeWriter(platform.ids(), new Audience(readers));
    }

    /** Binds listNotices, markNoticesRead, getNotificationChoices and chooseNotifications. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
        preferenceApi.bind(binder);
    }

    /** Mounts the list and the choices. */
    public void mount(PageRouter router) {
        pages.mount(router);
        preferencePages.mount(router);
    }

    /** What follows the event log. */
    public List<Projection> projections() {
        return List.of(writer);
    }
}
