package org.qibroker.notify.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.TimeUnit;
import org.qibroker.platform.config.Settings;

/** Gives messages to the mail server of the settings (RFC 5321). */
final class Postman {
    private static final int TIMEOUT_MS = 10_000;
    private static final int IDLE_SECONDS = 30;

    private final MailClient client;

    /** A postman of the server; there must be one. */
    Postman(Vertx vertx, Settings.Mail settings) {
        this.client = MailClient.create(vertx, config(settings));
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
    Future<Void> send(MailMessage message) {
        return client.sendMail(message).mapEmpty();
    }

    Future<Void> close() {
        return client.close();
    }
}
