package org.qibroker.platform.security;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/**
 * Signed statements of who somebody is, good for a short while. One algorithm, one issuer, one audience, one key, all
 * of them checked (RFC 8725).
 */
public final class AccessTokens {
    private static final String ALGORITHM = "RS256";
    private static final String ISSUER = "qi-broker";
    private static final String AUDIENCE = "qi-broker-api";
    private static final int LONGEST = 4096;
    private static final long SKEW_SECONDS = 5;

    /** When it was given, in milliseconds: finer than {@code iat}, for tokens that end before their time. */
    private static final String GIVEN = "given";

    private final JWTAuth signer;
    private final String keyId;
    private final Clock clock;
    private final Duration lifetime;
    private final BiPredicate<UUID, Instant> ended;
    private final CheckedTokens checked = new CheckedTokens();

    /**
     * Tokens signed by the key, timed by the clock, good for so long.
     *
     * @param ended whether those given at a moment to a user, or to members of an organisation, are good no more
     */
    public AccessTokens(
            Vertx vertx, SigningKeys keys, Clock clock, Duration lifetime, BiPredicate<UUID, Instant> ended) {
        this.keyId = keys.id();
        this.clock = clock;
        this.lifetime = lifetime;
        this.ended = ended;
        this.signer = JWTAuth.create(
                vertx,
                new JWTAuthOptions()
                        .addPubSecKey(key(keys.publicPem()))
                        .addPubSecKey(key(keys.privatePem()))
                        .setJWTOptions(new JWTOptions()
                                .setIssuer(ISSUER)
                                .setAudience(List.of(AUDIENCE))
                                .setIgnoreExpiration(true)));
    }

    private PubSecKeyOptions key(String pem) {
        return new PubSecKeyOptions().setAlgorithm(ALGORITHM).setId(keyId).setBuffer(pem);
    }

    /** How long a token is good for. */
    public Duration lifetime() {
        return lifetime;
    }

    /** A token for somebody who has proved who they are. */
    public String issue(Caller caller) {
        Instant moment = clock.instant();
        long now = moment.getEpochSecond();
        JsonObject claims = new JsonObject()
                .put("sub", caller.user().toString())
                .put("name", caller.name())
                .put(
                        "roles",
                        new JsonArray(
                                caller.roles().stream().map(Role::name).sorted().toList()))
                .put("iat", now)
                .put(GIVEN, moment.toEpochMilli())
                .put("exp", now + lifetime.toSeconds());
        if (caller.organisationId() != null) {
            claims.put("org", caller.organisationId().toString());
        }
        if (caller.district() != null) {
            claims.put("district", caller.district());
        }
        return signer.generateToken(
                claims,
                new JWTOptions()
                        .setAlgorithm(ALGORITHM)
                        .setIssuer(ISSUER)
                        .setAudience(List.of(AUDIENCE))
                        .setHeader(new JsonObject().put("kid", keyId))
                        .setNoTimestamp(true));
    }

    /** Whom a token speaks of; fails UNAUTHENTICATED if it is not ours, was changed, or has ended. */
    public Future<Caller> verify(String token) {
        if (token.length() > LONGEST) {
            return Future.failedFuture(invalid());
        }
        String key = CheckedTokens.key(token);
        return checked.of(key)
                .map(this::stillGood)
                .orElseGet(() -> headedAsOurs(token) ? checked(key, token) : Future.failedFuture(invalid()));
    }

    private Future<Caller> checked(String key, String token) {
        return signer.authenticate(new TokenCredentials(token))
                .transform(found -> found.succeeded() ? callerOf(key, found.result()) : Future.failedFuture(invalid()));
    }

    private boolean headedAsOurs(String token) {
        try {
            int dot = token.indexOf('.');
            JsonObject header = new JsonObject(new String(
                    Base64.getUrlDecoder().decode(token.substring(0, Math.max(0, dot))), StandardCharsets.UTF_8));
            return ALGORITHM.equals(header.getValue("alg")) && keyId.equals(header.getValue("kid"));
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Future<Caller> callerOf(String key, User user) {
        try {
            JsonObject json = user.attributes().getJsonObject("accessToken");
            CheckedTokens.Claims claims = new CheckedTokens.Claims(
                    callerOf(json),
                    json.getLong("iat"),
                    json.getLong("exp"),
                    Instant.ofEpochMilli(json.getLong(GIVEN, 0L)));
            checked.add(key, claims);
            return stillGood(claims);
        } catch (RuntimeException e) {
            return Future.failedFuture(invalid());
        }
    }

    private Future<Caller> stillGood(CheckedTokens.Claims claims) {
        long now = clock.instant().getEpochSecond();
        if (claims.expires() <= now || claims.issued() > now + SKEW_SECONDS) {
            return Future.failedFuture(new Refusal(Refusal.Kind.UNAUTHENTICATED, "token-expired"));
        }
        return ended(claims.caller(), claims.given())
                ? Future.failedFuture(new Refusal(Refusal.Kind.UNAUTHENTICATED, "token-ended"))
                : Future.succeededFuture(claims.caller());
    }

    private boolean ended(Caller caller, Instant given) {
        return Stream.of(caller.userId(), caller.organisationId())
                .anyMatch(whose -> whose != null && ended.test(whose, given));
    }

    private static Caller callerOf(JsonObject claims) {
        Set<Role> roles = claims.getJsonArray("roles").stream()
                .map(role -> Role.valueOf((String) role))
                .collect(Collectors.toSet());
        return new Caller(
                UUID.fromString(claims.getString("sub")),
                id(claims.getString("org")),
                roles,
                claims.getString("name"),
                claims.getString("district"));
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private static Refusal invalid() {
        return new Refusal(Refusal.Kind.UNAUTHENTICATED, "token-invalid");
    }
}
