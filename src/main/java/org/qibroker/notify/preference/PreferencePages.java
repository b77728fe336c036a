package org.qibroker.notify.preference;

import io.vertx.core.Future;
import java.util.EnumMap;
import java.util.Map;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.web.Access;
import org.qibroker.platform.web.PageCall;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.platform.web.View;
import org.qibroker.shared.Language;
import org.qibroker.shared.Role;

/** The page on which users choose what they are told of. */
public final class PreferencePages {
    private static final Access MEMBERS = Access.of(Role.ENTERPRISE, Role.PROVIDER, Role.COORDINATOR);
    private static final String PATH = "/notices/settings";

    private final Preferences preferences;
    private final boolean mail;

    /** The page of these preferences; it says so if no mail is sent at all. */
    public PreferencePages(Preferences preferences, boolean mail) {
        this.preferences = preferences;
        this.mail = mail;
    }

    /** Mounts it. */
    public void mount(PageRouter pages) {
        pages.get(PATH, MEMBERS, call -> preferences
                .of(call.caller())
                .map(choices -> View.page("notify/settings.jte", Map.of("choices", choices, "mail", mail))));
        pages.post(PATH, MEMBERS, this::choose);
    }

    private Future<View> choose(PageCall call) {
        Inputs inputs = call.form().inputs();
        Map<Topic, Channel> channels = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            inputs.constant(topic.name(), Channel.class).ifPresent(channel -> channels.put(topic, channel));
        }
        Choices choices =
                new Choices(inputs.constant("language", Language.class).orElse(Language.ZH), channels);
        return preferences.choose(choices, call.caller()).map(done -> View.seeOther(PATH)
                .flash("notify.settings.kept"));
    }
}
