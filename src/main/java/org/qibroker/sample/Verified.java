package org.qibroker.sample;

import io.vertx.core.Future;
import java.util.List;
import org.qibroker.account.verification.Stated;
import org.qibroker.account.verification.Verification;
import org.qibroker.account.verification.Verifications;
import org.qibroker.account.verification.Verifications.Decision;
import org.qibroker.shared.Caller;
import org.qibroker.shared.PageRequest;

/** A coordinator of the sample verifies what its organisations state, but for the latest two. */
final class Verified {
    private static final PageRequest ALL = new PageRequest(200, null);
    private static final Decision YES = new Decision(Verification.State.VERIFIED, null);
    private static final int LEFT_WAITING = 2;

    private final Verifications verifications;
    private final Caller coordinator;

    Verified(Verifications verifications, Caller coordinator) {
        this.verifications = verifications;
        this.coordinator = coordinator;
    }

    Future<Void> give() {
        return verifications
                .list(Verification.State.STATED, ALL, coordinator)
                .map(page -> earlier(page.items()))
                .compose(stated -> SampleFiles.each(stated, this::give));
    }

    private static List<Stated> earlier(List<Stated> latestFirst) {
        return latestFirst.subList(Math.min(LEFT_WAITING, latestFirst.size()), latestFirst.size());
    }

    private Future<Void> give(Stated stated) {
        return verifications
                .decide(stated.organisation().id(), stated.organisation().version(), YES, coordinator)
                .mapEmpty();
    }
}
