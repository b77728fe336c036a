package org.qibroker.report.verify;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import org.qibroker.platform.Platform;
import org.qibroker.platform.security.RateLimiter;
import org.qibroker.report.Reports;
import org.qibroker.report.VerificationCode;

/** Says how a report stands, to anybody, and no more than that; each address may ask so often. */
final class Verifications {
    private static final RateLimiter.Limit OFTEN = new RateLimiter.Limit(20, Duration.ofSeconds(3));

    private final Reports reports;
    private final RateLimiter limiter;

    Verifications(Platform platform, Reports reports) {
        this.reports = reports;
        this.limiter = RateLimiter.shared(platform.vertx(), "report-verifications", platform.clock(), OFTEN);
    }

    /** How the report with a number and a code stands; UNKNOWN if either is wrong. Fails with TOO_MANY. */
    Future<Verification> byCode(String number, String typed, String address) {
        limiter.check(address);
        Optional<VerificationCode> code = VerificationCode.of(typed);
        return code.isEmpty()
                ? Future.succeededFuture(Verification.of(Optional.empty()))
                : reports.verify(number.strip(), code.get()).map(Verification::of);
    }

    /** How the report with a file of this digest stands; UNKNOWN if there is none. Fails with TOO_MANY. */
    Future<Verification> byDigest(byte[] sha256, String address) {
        limiter.check(address);
        return reports.verify(sha256).map(Verification::of);
    }
}
