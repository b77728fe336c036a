package org.qibroker.platform.security;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Sha256;

/**
 * What access tokens say whose signature was found to be ours, the latest used of them. Checking a signature costs more
 * than all else that is done to let somebody in; what changes with time – whether a token has ended – is never kept.
 * Tokens are known by their digests, so that none can be read here. For several threads.
 */
final class CheckedTokens {
    private static final int MOST = 10_000;

    private final Map<String, Claims> latest = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Claims> eldest) {
            return size() > MOST;
        }
    };

    /**
     * What a token says.
     *
     * @param issued seconds of the epoch
     * @param expires seconds of the epoch
     * @param given when it was given, finer than issued
     */
    record Claims(Caller caller, long issued, long expires, Instant given) {}

    /** What a token says that was checked before. */
    synchronized Optional<Claims> of(String key) {
        return Optional.ofNullable(latest.get(key));
    }

    /** Remembers a token whose signature is ours. */
    synchronized void add(String key, Claims claims) {
        latest.put(key, claims);
    }

    /** By what a token is known. */
    static String key(String token) {
        return HexFormat.of().formatHex(Sha256.of(token));
    }
}
