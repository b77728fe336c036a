package org.qibroker.platform.mail;

import io.vertx.ext.mail.SMTPException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** When a mail is tried, and when it is given up. Pure. */
final class MailRules {
    /** So long one attempt may take; whoever began it and does not end it has died. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    /** No such mailbox (RFC 5321, 4.2.3): nothing changes that by waiting. */
    private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);

    private MailRules() {}

    /** When to try again after so many attempts, none if it is given up: after eight, or where there is no mailbox. */
    static Optional<Instant> again(int attempts, Throwable failure, Instant now) {
        return lasting(failure) || attempts > PAUSES.size()
                ? Optional.empty()
                : Optional.of(now.plus(PAUSES.get(Math.max(attempts, 1) - 1)));
    }

    private static boolean lasting(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || (failure instanceof SMTPException smtp && NO_MAILBOX.contains(smtp.getReplyCode()));
    }

    /** The Message-ID (RFC 5322, 3.6.4): the same at each attempt. */
    static String messageId(UUID mail, String from) {
        String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        return "<" + mail + "@" + domain + ">";
    }

    /** A text for a header: one line, whatever it was. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
