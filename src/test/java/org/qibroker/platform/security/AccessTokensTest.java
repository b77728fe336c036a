package org.qibroker.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;
import org.qibroker.support.TestBroker;
import org.qibroker.support.TestClock;

/** The threats of RFC 8725, each tried. */
class AccessTokensTest {
    private static final Caller CALLER =
            new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(Role.ENTERPRISE, Role.EXPERT), "张三");

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static SigningKeys keys;
    private final TestClock clock = new TestClock();
    private final AccessTokens tokens =
            new AccessTokens(vertx, keys, clock, Duration.ofMinutes(15), (user, given) -> false);

    @BeforeAll
    static void begin() {
        vertx = Vertx.vertx();
        keys = SigningKeys.inFolder(folder);
    }

    @AfterAll
    static void end() {
        TestBroker.await(vertx.close());
    }

    private void refused(String token, String code) {
        refused(tokens, token, code);
    }

    private static void refused(AccessTokens by, String token, String code) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> TestBroker.await(by.verify(token)));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(refusal.code()).isEqualTo(code);
    }

    @Test
    void saysWhoItWasIssuedTo() {
        assertThat(TestBroker.await(tokens.verify(tokens.issue(CALLER)))).isEqualTo(CALLER);
    }

    @Test
    void saysTheDistrictToWhichACoordinatorIsBoundedAndNobodyElsesSeat() {
        Caller bounded = new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(Role.COORDINATOR), "李四", "310117");
        Caller member = new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(Role.ENTERPRISE), "王五", "310117");

        assertThat(TestBroker.await(tokens.verify(tokens.issue(bounded))).district())
                .isEqualTo("310117");
        assertThat(TestBroker.await(tokens.verify(tokens.issue(member))).district())
                .isNull();
    }

    @Test
    void endsAfterItsLifetime() {
        String token = tokens.issue(CALLER);
        clock.advance(Duration.ofSeconds(880));
        assertThat(TestBroker.await(tokens.verify(token))).isEqualTo(CALLER);
        clock.advance(Duration.ofSeconds(20));
        refused(token, "token-expired");
    }

    @Test
    void refusesWhatHasEndedAndWhatWasChangedHoweverOftenTheTokenWasTaken() {
        Set<UUID> out = new HashSet<>();
        AccessTokens others =
                new AccessTokens(vertx, keys, clock, Duration.ofMinutes(15), (user, given) -> out.contains(user));
        String token = others.issue(CALLER);
        for (int i = 0; i < 3; i++) {
            assertThat(TestBroker.await(others.verify(token))).isEqualTo(CALLER);
        }
        refused(others, token.substring(0, token.length() - 20) + "A".repeat(20), "token-invalid");
        refused(others, "A" + token.substring(1), "token-invalid");
        out.add(CALLER.user());
        refused(others, token, "token-ended");
        out.clear();
        out.add(CALLER.organisation());
        refused(others, token, "token-ended");
    }

    @Test
    void refusesChangedClaims() {
        String[] parts = tokens.issue(CALLER).split("\\.");
        JsonObject claims = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        claims.getJsonArray("roles").add("ADMIN");
        refused(parts[0] + "." + base64(claims.encode()) + "." + parts[2], "token-invalid");
    }

    @Test
    void refusesUnsignedTokens() {
        String[] parts = tokens.issue(CALLER).split("\\.");
        refused(base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".", "token-invalid");
        refused(parts[0] + "." + parts[1] + ".", "token-invalid");
        refused(parts[0] + "." + parts[1], "token-invalid");
    }

    @Test
    void refusesATokenSignedWithThePublicKeyAsIfItWereASecret() throws Exception {
        String[] parts = tokens.issue(CALLER).split("\\.");
        String signed = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + keys.id() + "\"}") + "." + parts[1];
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(keys.publicPem().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        refused(signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature), "token-invalid");
    }

    @Test
    void refusesATokenOfAnotherKey(@TempDir Path elsewhere) {
        AccessTokens others = new AccessTokens(
                vertx, SigningKeys.inFolder(elsewhere), clock, Duration.ofMinutes(15), (user, given) -> false);
        refused(others.issue(CALLER), "token-invalid");
    }

    @Test
    void refusesWhatIsNoToken() {
        refused("", "token-invalid");
        refused("...", "token-invalid");
        refused("a.b.c", "token-invalid");
        refused("x".repeat(10_000), "token-invalid");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
