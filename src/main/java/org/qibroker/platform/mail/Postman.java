package org.qibroker.platform.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.TimeUnit;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.mail.Letter.Invitation;

/** Gives letters to the mail server of the settings (RFC 5321). */
final class Postman {
    private static final int TIMEOUT_MS = 10_000;
    private static final int IDLE_SECONDS = 30;

    private final MailClient client;
    private final String from;

    /** A postman of the server; there must be one. */
    Postman(Vertx vertx, Settings.Mail settings) {
        this.client = MailClient.create(vertx, config(settings));
        this.from = settings.from().orElseThrow();
    }

    private static MailConfig config(Settings.Mail settings) {
        MailConfig config = new MailConfig();
        config.setConnectTimeout(TIMEOUT_MS);
        config.setIdleTimeout(IDLE_SECONDS).setIdleTimeoutUnit(TimeUnit.SECONDS);
        config.setHostnameVerificationAlgorithm("HTTPS");
        settings.username().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        return config.setHostname(settings.host().orElseThrow())
                .setPort(settings.port())
                .setMaxPoolSize(2)
                .setUserAgent("qi-broker")
                .setSsl(settings.tls().equals("tls"))
                .setStarttls(settings.tls().equals("starttls") ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
                .setLogin(settings.username().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED);
    }

    /** Done when the server has taken it. */
    Future<Void> send(Mail mail) {
        return client.sendMail(message(mail)).mapEmpty();
    }

    private MailMessage message(Mail mail) {
        Letter letter = mail.letter();
        MailMessage message = new MailMessage()
                .setFrom(from)
                .setTo(letter.to())
                .setSubject(MailRules.oneLine(letter.subject()))
                .setText(letter.text())
                .setHtml(letter.html())
                .addHeader("Message-ID", MailRules.messageId(mail.id(), from))
                .addHeader("Auto-Submitted", "auto-generated");
        if (letter.stop() != null) {
            message.addHeader("List-Unsubscribe", "<" + letter.stop() + ">")
                    .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return letter.invitation() == null ? message : message.setAttachment(attached(letter.invitation()));
    }

    private static MailAttachment attached(Invitation invitation) {
        return MailAttachment.create()
                .setContentType("text/calendar; charset=utf-8; method=" + invitation.method())
                .setName("invitation.ics")
                .setData(Buffer.buffer(invitation.calendar()));
    }

    Future<Void> close() {
        return client.close();
    }
}
