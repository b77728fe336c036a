package org.qibroker.account.signin;

import java.util.Locale;
import java.util.Map;
import org.qibroker.account.User;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Messages;
import org.qibroker.platform.mail.Letter;
import org.qibroker.platform.web.Templates;

/** What is written to those who have forgotten their password. */
final class ResetLetters {
    private final Messages messages;
    private final Templates templates = new Templates();

    ResetLetters(Platform platform) {
        this.messages = platform.messages();
    }

    Letter letter(User user, String link, Locale locale) {
        String subject = messages.text(locale, "account.reset.mail.subject");
        String text = messages.text(locale, "account.reset.mail.text", user.name());
        String action = messages.text(locale, "account.reset.mail.open");
        Map<String, Object> params = Map.of(
                "language", locale.toLanguageTag(), "subject", subject, "text", text, "link", link, "action", action);
        return Letter.of(
                user.email(),
                "[QI Broker] " + subject,
                text + "\n\n" + action + ": " + link + "\n",
                templates.text("account/mail.jte", params));
    }
}
