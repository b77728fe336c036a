package org.qibroker.notify.mail;

import java.util.List;
import org.qibroker.notify.Readers;
import org.qibroker.notify.preference.Preferences;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.mail.Outbox;
import org.qibroker.platform.security.Seal;
import org.qibroker.platform.security.SigningKeys;
import org.qibroker.platform.web.PageRouter;

/** Wires notices by mail. */
public final class MailModule {
    private final Platform platform;
    private final Readers readers;
    private final UnsubscribeLinks links;

    /** Mails to these readers; links in them are sealed with the keys. */
    public MailModule(Platform platform, Readers readers, SigningKeys keys) {
        this.platform = platform;
        this.readers = readers;
        this.links = new UnsubscribeLinks(
                Seal.of(keys, "unsubscribe"), platform.settings().publicUrl());
    }

    /** Mounts the operator's page of the outbox, and what the links of mails lead to. */
    public void mount(PageRouter pages) {
        new MailPages(new Outbox(platform), new Preferences(platform, readers), links).mount(pages);
    }

    /** What follows the event log. */
    public List<Projection> projections() {
        String from = platform.settings().mail().from().orElse("");
        NoticeMails mails =
                new NoticeMails(platform.messages(), platform.settings().publicUrl(), links, from);
        return List.of(new MailWriter(platform, readers, mails));
    }
}
