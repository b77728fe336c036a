package org.qibroker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.qibroker.platform.mail.Mail;
import org.qibroker.platform.mail.MailClock;

/** How the outbox of mails is doing. */
final class MailMetrics {
    private MailMetrics() {}

    static void bind(MailClock clock, MeterRegistry metrics) {
        for (Mail.State state : Mail.State.values()) {
            Gauge.builder("qi.mails", clock, seen -> seen.count(state))
                    .description("Mails in the outbox; those that failed are not tried any more")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(metrics);
        }
    }
}
