package org.qibroker.account.factor;

/**
 * What an authenticator has to know.
 *
 * @param secret in Base32, to type
 * @param uri the same as {@code otpauth://totp/…}, to scan
 */
public record Enrolment(String secret, String uri) {
    @Override
    public String toString() {
        return "Enrolment[]";
    }
}
