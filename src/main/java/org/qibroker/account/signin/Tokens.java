package org.qibroker.account.signin;

/**
 * What an API client gets when it signs in.
 *
 * @param expiresIn seconds that the access token is good for
 */
record Tokens(String accessToken, String refreshToken, String tokenType, long expiresIn) {
    @Override
    public String toString() {
        return "Tokens[" + tokenType + "]";
    }
}
