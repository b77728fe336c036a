package org.qibroker.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where anybody can verify a report.
 *
 * @param publicUrl what people type to reach the broker
 */
record VerificationAddress(String publicUrl) {
    /** The page that says how a version stands: what its QR code holds. */
    String of(Issued issued) {
        return publicUrl + path(issued.report().number(), issued.content().code());
    }

    private static String path(String number, VerificationCode code) {
        String encoded = URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");
        return "/verify/" + encoded + "?code=" + code.value();
    }
}
