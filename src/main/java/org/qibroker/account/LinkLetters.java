package org.qibroker.account;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Messages;
import org.qibroker.platform.mail.Letter;
import org.qibroker.platform.web.Templates;

/** Letters that say one thing and lead on by one link. */
public final class LinkLetters {
    private final Messages messages;
    private final Templates templates = new Templates();

    /** In the words of a platform. */
    public LinkLetters(Platform platform) {
        this.messages = platform.messages();
    }

    /**
     * A letter.
     *
     * @param key of its texts: {@code <key>.subject}, {@code <key>.text} and, for the link, {@code <key>.open}
     * @param said what the texts are filled with
     */
    public Letter letter(String to, String key, List<String> said, String link, Locale locale) {
        String subject = messages.text(locale, key + ".subject", said.toArray());
        String text = messages.text(locale, key + ".text", said.toArray());
        String action = messages.text(locale, key + ".open");
        Map<String, Object> params = Map.of(
                "language", locale.toLanguageTag(), "subject", subject, "text", text, "link", link, "action", action);
        return Letter.of(
                to,
                "[QI Broker] " + subject,
                text + "\n\n" + action + ": " + link + "\n",
                templates.text("account/mail.jte", params));
    }
}
