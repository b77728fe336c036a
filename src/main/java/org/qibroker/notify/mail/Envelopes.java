package org.qibroker.notify.mail;

import io.vertx.ext.mail.MailMessage;
import java.util.Locale;
import java.util.Map;
import org.qibroker.notify.Reader;
import org.qibroker.notify.preference.Choices;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.web.Templates;

/** Makes messages of letters: plain text and HTML, with the headers by which they can be stopped (RFC 8058). */
final class Envelopes {
    private final LetterWriter letters;
    private final String from;
    private final Templates templates = new Templates();

    Envelopes(LetterWriter letters, String from) {
        this.letters = letters;
        this.from = from;
    }

    MailMessage message(Mail mail, LoggedEvent event, Reader reader, Choices choices) {
        Locale locale = choices.language().locale();
        Told told = Told.of(event, reader, choices);
        Letter letter = letters.write(event, reader, told.topic(), locale);
        return new MailMessage()
                .setFrom(from)
                .setTo(reader.address())
                .setSubject(MailRules.oneLine("[QI Broker] " + letter.subject()))
                .setText(letter.text())
                .setHtml(templates.text("notify/mail.jte", Map.of("letter", letter)))
                .addHeader("Message-ID", MailRules.messageId(mail.id(), from))
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Content-Language", letter.language())
                .addHeader("List-Unsubscribe", "<" + letter.stop().address() + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
}
