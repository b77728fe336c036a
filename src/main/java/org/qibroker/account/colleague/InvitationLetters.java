package org.qibroker.account.colleague;

import java.util.Locale;
import java.util.Map;
import org.qibroker.account.colleague.Colleagues.Received;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Messages;
import org.qibroker.platform.mail.Letter;
import org.qibroker.platform.web.Templates;
import org.qibroker.shared.Caller;

/** What is written to those who are invited. */
final class InvitationLetters {
    private final Messages messages;
    private final Templates templates = new Templates();

    InvitationLetters(Platform platform) {
        this.messages = platform.messages();
    }

    Letter letter(Received invitation, Caller by, String link, Locale locale) {
        String organisation = invitation.organisation().name(locale);
        String subject = messages.text(locale, "account.invitation.mail.subject", organisation);
        String text = messages.text(locale, "account.invitation.mail.text", by.name(), organisation);
        String action = messages.text(locale, "account.invitation.mail.open");
        Map<String, Object> params = Map.of(
                "language", locale.toLanguageTag(), "subject", subject, "text", text, "link", link, "action", action);
        return Letter.of(
                invitation.invitation().email(),
                "[QI Broker] " + subject,
                text + "\n\n" + action + ": " + link + "\n",
                templates.text("account/mail.jte", params));
    }
}
