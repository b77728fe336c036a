package org.qibroker.notify.mail;

import java.util.List;
import org.qibroker.notify.Readers;
import org.qibroker.notify.preference.Preferences;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.security.Seal;
import org.qibroker.platform.security.SigningKeys;
import org.qibroker.platform.web.PageRouter;

/** Wires mails. */
public final class MailModule {
    private static final String NOBODY = "qi-broker@localhost";

    private final Platform platform;
    private final Readers readers;
    private final Preferences preferences;
    private final UnsubscribeLinks links;

    /** Mails to these readers; links in them are sealed with the keys. */
    public MailModule(Platform platform, Readers readers, SigningKeys keys) {
        this.platform = platform;
        this.readers = readers;
        this.preferences = new Preferences(platform);
        this.links = new UnsubscribeLinks(
                Seal.of(keys, "unsubscribe"), platform.settings().publicUrl());
    }

    /** Mounts the operator's page and what the links of mails lead to. */
    public void mount(PageRouter pages) {
        new MailPages(new Outbox(platform), preferences, links).mount(pages);
    }

    /** What follows the event log. */
    public List<Projection> projections() {
        return List.of(new MailWriter(platform, readers, preferences));
    }

    /** What sends; it does not run before it is started. */
    public MailClock clock() {
        LetterWriter letters =
                new LetterWriter(platform.messages(), platform.settings().publicUrl(), links);
        String from = platform.settings().mail().from().orElse(NOBODY);
        return new MailClock(platform, readers, preferences, new Envelopes(letters, from));
    }
}
