package org.qibroker.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
    @TempDir
    Path folder;

    @Test
    void makesAKeyForItsOwnerOnlyAndKeepsIt() throws Exception {
        SigningKeys first = SigningKeys.inFolder(folder.resolve("data"));
        SigningKeys again = SigningKeys.inFolder(folder.resolve("data"));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/signing-key.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void publishesOnlyThePublicHalf() {
        Map<?, ?> key =
                (Map<?, ?>) ((List<?>) SigningKeys.inFolder(folder).jwks().get("keys")).get(0);
        assertThat(key.keySet()).map(Object::toString).containsExactlyInAnyOrder("kty", "use", "alg", "kid", "n", "e");
        assertThat(key.get("alg")).isEqualTo("RS256");
        assertThat(Base64.getUrlDecoder().decode((String) key.get("n"))).hasSize(3072 / 8);
        assertThat(key.get("e")).isEqualTo("AQAB");
    }

    @Test
    void saysWhichFileHoldsNoKey() throws Exception {
        Files.writeString(folder.resolve("signing-key.pem"), "nonsense");
        assertThatThrownBy(() -> SigningKeys.inFolder(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("signing-key.pem");
    }

    @Test
    void refusesAShortKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        assertThatThrownBy(() -> SigningKeys.ofPem(pem)).hasMessageContaining("1024 bits");
    }
}
