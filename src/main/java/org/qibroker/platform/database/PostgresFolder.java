package org.qibroker.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.qibroker.platform.config.RefusedToStart;

/** What lies where in the data folder. */
record PostgresFolder(Path dir) {
    private static final String USER = "qi";

    /** The folder, made if it is not there. */
    static PostgresFolder of(Path dir) throws IOException {
        try {
            Files.createDirectories(dir.resolve("postgres"));
        } catch (FileAlreadyExistsException e) {
            throw new RefusedToStart(e.getFile() + " is no folder: move it away, or set --data.dir=…", e);
        }
        return new PostgresFolder(dir.toAbsolutePath().normalize());
    }

    /** What belongs to PostgreSQL alone. */
    Path postgres() {
        return dir.resolve("postgres");
    }

    /** PGDATA. */
    Path data() {
        return postgres().resolve("data");
    }

    Path log() {
        return postgres().resolve("postgres.log");
    }

    Path startLock() {
        return dir.resolve("postgres.starting");
    }

    Path useLock() {
        return dir.resolve("postgres.used");
    }

    private Path url() {
        return dir.resolve("postgres.url");
    }

    /** Whether there is a database cluster. */
    boolean initialised() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    /** Refuses data of another major version. */
    void checkVersion(String major) throws IOException {
        if (initialised()) {
            String found = Files.readString(data().resolve("PG_VERSION")).strip();
            if (!found.equals(major)) {
                throw new RefusedToStart(
                        data() + " was made by PostgreSQL " + found + ", this broker brings PostgreSQL " + major
                                + ": run the broker that made it, or move the folder away to begin afresh");
            }
        }
    }

    /** The server's address: port and password as kept, or new ones. A port above 0 wins over the one kept. */
    DatabaseAddress address(int port) throws IOException {
        DatabaseAddress kept = Files.exists(url())
                ? DatabaseAddress.parse(Files.readString(url()).strip())
                : new DatabaseAddress("127.0.0.1", 0, "postgres", USER, newPassword());
        int chosen = port > 0 ? port : kept.port() > 0 ? kept.port() : freePort();
        DatabaseAddress address =
                new DatabaseAddress(kept.host(), chosen, kept.database(), kept.user(), kept.password());
        if (kept.port() != chosen) {
            keep(address);
        }
        return address;
    }

    private void keep(DatabaseAddress address) throws IOException {
        Permissions.writeSecret(
                url(),
                "postgresql://" + address.user() + ":" + address.password() + "@" + address.host() + ":"
                        + address.port() + "/" + address.database() + "\n");
    }

    private static String newPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
