package org.qibroker.platform.security;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.qibroker.shared.Sha256;

/** The RSA key that signs access tokens, at least 2048 bits; its id is its thumbprint (RFC 7638). */
public final class SigningKeys {
    private static final int BITS = 3072;
    private static final int FEWEST_BITS = 2048;
    private static final String FILE = "signing-key.pem";
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final RSAPrivateCrtKey privateKey;
    private final RSAPublicKey publicKey;

    private SigningKeys(RSAPrivateCrtKey privateKey) throws GeneralSecurityException {
        this.privateKey = privateKey;
        this.publicKey = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
    }

    /**
     * The key kept in a folder; made there, readable by its owner only, if there is none. Blocks.
     *
     * @throws IllegalStateException if the file cannot be read or written, or does not hold such a key
     */
    public static SigningKeys inFolder(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                create(file);
            }
            return ofPem(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("cannot use the signing key " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * A configured key.
     *
     * @param pem PKCS #8, {@code -----BEGIN PRIVATE KEY-----}
     * @throws IllegalArgumentException if that is not an RSA key of at least 2048 bits
     */
    public static SigningKeys ofPem(String pem) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            SigningKeys keys = new SigningKeys(
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
            keys.refuseShort();
            return keys;
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException("not an RSA private key in PKCS #8 PEM", e);
        }
    }

    private void refuseShort() {
        int bits = privateKey.getModulus().bitLength();
        if (bits < FEWEST_BITS) {
            throw new IllegalArgumentException(
                    "the key has " + bits + " bits, at least " + FEWEST_BITS + " are needed");
        }
    }

    private static void create(Path file) throws IOException {
        String pem = pem(generate());
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(StandardCharsets.US_ASCII.encode(pem));
        } catch (FileAlreadyExistsException e) {
            throw new IOException("another process has just made it; start again", e);
        }
    }

    private static RSAPrivateCrtKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static String pem(RSAPrivateCrtKey key) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }

    /** The public keys as a JSON Web Key Set (RFC 7517). */
    public Map<String, Object> jwks() {
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty", "RSA", "use", "sig", "alg", "RS256", "kid", id(), "n", modulus(), "e", exponent())));
    }

    /** The key's id. */
    public String id() {
        String canonical = "{\"e\":\"" + exponent() + "\",\"kty\":\"RSA\",\"n\":\"" + modulus() + "\"}";
        return BASE64URL.encodeToString(Sha256.of(canonical));
    }

    /**
     * Another secret that follows from the private key and does not give it away; it changes with the key.
     *
     * @param purpose what it is for
     * @return 32 bytes
     */
    public byte[] secret(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(privateKey.getEncoded(), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** The private key in PEM. */
    String privatePem() {
        return pem(privateKey);
    }

    /** The public key in PEM. */
    String publicPem() {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(publicKey.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    private String modulus() {
        return unsigned(publicKey.getModulus());
    }

    private String exponent() {
        return unsigned(publicKey.getPublicExponent());
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return BASE64URL.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
