package org.qibroker.sample;

import static org.qibroker.sample.SampleFiles.cell;

import io.vertx.core.Future;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Confirmation;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.providers.Confirmations;
import org.qibroker.catalog.providers.ProviderCommands.Decide;
import org.qibroker.shared.Caller;
import org.qibroker.shared.PageRequest;

/** A coordinator of the sample confirms what its providers state, but for what the files leave waiting. */
final class Approvals {
    private static final Decide YES = new Decide(Confirmation.State.CONFIRMED, null);
    private static final PageRequest ALL = new PageRequest(1000, null);

    private final Confirmations confirmations;
    private final Caller coordinator;

    Approvals(Confirmations confirmations, Caller coordinator) {
        this.confirmations = confirmations;
        this.coordinator = coordinator;
    }

    Future<Void> give() {
        return confirmations
                .waiting(ALL, coordinator)
                .compose(waiting -> SampleFiles.each(waiting.items(), this::give));
    }

    private Future<Void> give(Confirmations.Waiting waiting) {
        Accreditation accreditation = waiting.accreditation();
        Site site = waiting.site();
        if (accreditation != null) {
            return confirmed(accreditation)
                    ? confirmations.decideAccreditation(accreditation.id(), YES, accreditation.version(), coordinator)
                    : Future.succeededFuture();
        }
        return site == null
                ? Future.succeededFuture()
                : confirmations.decideSite(site.id(), YES, site.version(), coordinator);
    }

    private static boolean confirmed(Accreditation accreditation) {
        return SampleFiles.rows("accreditations.csv", "certificateNumber", accreditation.certificateNumber()).stream()
                .anyMatch(row -> Boolean.parseBoolean(cell(row, "confirmed")));
    }
}
