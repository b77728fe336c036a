package org.qibroker.notify.preference;

import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiReply;

/** Preferences as JSON. */
public final class PreferenceApi {
    private final Preferences preferences;

    /** The operations on these preferences. */
    public PreferenceApi(Preferences preferences) {
        this.preferences = preferences;
    }

    /** Binds getNotificationChoices and chooseNotifications. */
    public void bind(ApiBinder api) {
        api.bind("getNotificationChoices", call -> preferences.of(call.caller()).map(ApiReply::ok));
        api.bind("chooseNotifications", call -> preferences
                .choose(call.body(Choices.class), call.caller())
                .map(ApiReply::ok));
    }
}
