package org.qibroker.matching.fairness;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import org.qibroker.account.Jurisdiction;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;

/**
 * How often providers were shown, chosen and booked. A coordinator sees those of its {@link Jurisdiction}, a provider its
 * own part.
 */
final class Fairness {
    private final Platform platform;

    Fairness(Platform platform) {
        this.platform = platform;
    }

    /** Shares of the months of a period: the latest month first, in it the most shown first. */
    Future<List<Share>> of(FairnessPeriod period, Caller caller, Locale locale) {
        Jurisdiction sight = Jurisdiction.of(caller);
        return platform.database()
                .read(client -> FairnessRepository.between(
                        client,
                        period.from().atDay(1),
                        period.to().atDay(1),
                        sight,
                        locale.getLanguage().equals("en")));
    }
}
