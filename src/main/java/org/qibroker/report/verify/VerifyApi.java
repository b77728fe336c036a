package org.qibroker.report.verify;

import io.vertx.core.Future;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.shared.Refusal;

/** Verification over the API. */
final class VerifyApi {
    private static final String BYTES = "application/octet-stream";

    private final Verifications verifications;

    VerifyApi(Verifications verifications) {
        this.verifications = verifications;
    }

    void bind(ApiBinder api) {
        api.bind("verifyReport", this::verify);
        api.bind("verifyReportFile", this::verifyFile);
    }

    private record Asked(
            @Nullable @Size(min = 1, max = 100) String number,
            @Nullable @Size(min = 1, max = 40) String code,
            @Nullable @Pattern(regexp = "[0-9a-fA-F]{64}") String sha256) {}

    private Future<ApiReply> verify(ApiCall call) {
        Asked asked = call.body(Asked.class);
        String number = asked.number();
        String code = asked.code();
        String sha256 = asked.sha256();
        if (sha256 != null && number == null && code == null) {
            return verifications
                    .byDigest(HexFormat.of().parseHex(sha256.toLowerCase(Locale.ROOT)), call.remoteAddress())
                    .map(ApiReply::ok);
        }
        if (sha256 != null || number == null || code == null) {
            throw Refusal.badInput("", "number-and-code-or-digest");
        }
        return verifications.byCode(number, code, call.remoteAddress()).map(ApiReply::ok);
    }

    private Future<ApiReply> verifyFile(ApiCall call) {
        String said = call.header("Content-Type").orElse(BYTES);
        if (!said.toLowerCase(Locale.ROOT).startsWith(BYTES)) {
            throw new Refusal(Refusal.Kind.UNSUPPORTED_TYPE, "unsupported-type", said, BYTES);
        }
        return verifications
                .byDigest(call.upload().sha256().getBytes(), call.remoteAddress())
                .map(ApiReply::ok);
    }
}
