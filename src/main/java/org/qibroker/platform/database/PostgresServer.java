package org.qibroker.platform.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.qibroker.platform.config.RefusedToStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the PostgreSQL of a folder, by its own programs. */
final class PostgresServer {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    static final int START_SECONDS = 60;
    private static final int ATTEMPTS = 20;
    private static final long LOG_BYTES = 8 * 1024 * 1024;

    private final PostgresFolder folder;
    private final PostgresBinaries binaries;
    private final PostgresUser user;

    PostgresServer(PostgresFolder folder, PostgresBinaries binaries) throws IOException {
        this.folder = folder;
        this.binaries = binaries;
        this.user = PostgresUser.of(folder.postgres());
    }

    /** Makes an empty database cluster that asks for the address's password; all of it or nothing. */
    void initialise(DatabaseAddress address) throws IOException {
        Path unfinished = folder.postgres().resolve("data.new");
        PostgresBinaries.delete(unfinished);
        Path password = folder.postgres().resolve("password");
        Permissions.writeSecret(password, address.password());
        Files.setOwner(password, Files.getOwner(folder.postgres()));
        String output = run(List.of(
                binaries.program("initdb"),
                "--pgdata=" + unfinished,
                "--username=" + address.user(),
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        Files.delete(password);
        if (!Files.exists(unfinished.resolve("PG_VERSION")) || !output.contains("Success.")) {
            throw refused("PostgreSQL could not make its folder " + folder.data(), output);
        }
        Files.move(unfinished, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Whether PostgreSQL runs on the folder already. What a killed one left behind is removed.
     *
     * @throws RefusedToStart if it listens elsewhere than it should
     */
    boolean running(DatabaseAddress address) throws IOException {
        Path pidFile = folder.data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> process = lines.stream().findFirst().flatMap(PostgresServer::process);
        if (process.filter(this::serves).isEmpty()) {
            LOG.info("Removed {}, left behind by a PostgreSQL that runs no more", pidFile);
            Files.deleteIfExists(pidFile);
            return false;
        }
        if (lines.size() > 3 && !lines.get(3).strip().equals(String.valueOf(address.port()))) {
            throw new RefusedToStart("PostgreSQL of " + folder.dir() + " runs already, on port "
                    + lines.get(3).strip() + " instead of " + address.port()
                    + ": stop its broker first, or leave database.port unset");
        }
        return true;
    }

    private static Optional<ProcessHandle> process(String line) {
        try {
            return ProcessHandle.of(Long.parseLong(line.strip())).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Ids of processes are used again: the one in the file may be anything by now. Windows tells no command lines. */
    private boolean serves(ProcessHandle process) {
        return process.info()
                .commandLine()
                .map(line -> line.contains(folder.data().toString()))
                .orElseGet(PostgresBinaries::windows);
    }

    /** Starts PostgreSQL and waits until it answers. */
    void start(DatabaseAddress address, int connections) throws IOException {
        checkFree(address);
        rotateLog();
        String options = String.join(
                " -c ",
                "-p " + address.port(),
                "listen_addresses=" + address.host(),
                "unix_socket_directories=",
                "max_connections=" + connections,
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on",
                "password_encryption=scram-sha-256",
                "shared_buffers=128MB",
                "log_checkpoints=off",
                "lc_messages=C");
        List<String> command = List.of(
                binaries.program("pg_ctl"),
                "start",
                "--pgdata=" + folder.data(),
                "--log=" + folder.log(),
                "--wait",
                "--timeout=" + START_SECONDS,
                "--options=" + options);
        for (int attempt = 1; ; attempt++) {
            long logged = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
            String output = run(command);
            if (output.contains("server started")) {
                return;
            }
            String log = logSince(logged);
            if (attempt == ATTEMPTS || !log.contains("is still in use")) {
                throw refused("PostgreSQL did not start", log.isBlank() ? output : log);
            }
            awaitMoment();
        }
    }

    private void checkFree(DatabaseAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address.host(), address.port()));
        } catch (IOException e) {
            throw new RefusedToStart(
                    "Port " + address.port() + ", where PostgreSQL of " + folder.dir()
                            + " listens, is taken by another program: stop that, or set another with --database.port=…",
                    e);
        }
    }

    private void rotateLog() throws IOException {
        if (Files.exists(folder.log()) && Files.size(folder.log()) > LOG_BYTES) {
            Files.move(
                    folder.log(), folder.log().resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What a killed PostgreSQL left behind ends by itself, and one that starts answers, within moments. */
    static void awaitMoment() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String logSince(long position) throws IOException {
        if (!Files.exists(folder.log())) {
            return "";
        }
        byte[] all = Files.readAllBytes(folder.log());
        int from = (int) Math.min(position, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    /** Stops PostgreSQL: running transactions are rolled back, everything is written. */
    void stop() throws IOException {
        String output = run(List.of(
                binaries.program("pg_ctl"),
                "stop",
                "--pgdata=" + folder.data(),
                "--mode=fast",
                "--wait",
                "--timeout=" + START_SECONDS));
        if (!output.contains("server stopped")) {
            LOG.warn("PostgreSQL of {} did not stop: {}", folder.dir(), lastLine(output));
        }
    }

    private String run(List<String> command) throws IOException {
        File output = Files.createTempFile(folder.dir(), "postgres", ".out").toFile();
        try {
            ProcessBuilder builder = new ProcessBuilder(user.command(new ArrayList<>(command)));
            builder.environment().put("LC_ALL", "C");
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.directory(folder.postgres().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output);
            builder.start().waitFor();
            return Files.readString(output.toPath());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        } finally {
            Files.deleteIfExists(output.toPath());
        }
    }

    private RefusedToStart refused(String what, String output) {
        if (diskFull(output)) {
            return new RefusedToStart(diskFullLine(folder.dir()));
        }
        return new RefusedToStart(what + ": " + lastLine(output) + " (more in " + folder.log() + ")");
    }

    /** The line that says why: the last FATAL one, or the last at all. */
    private static String lastLine(String output) {
        List<String> lines = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        Optional<String> fatal = lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("error:"))
                .reduce((first, second) -> second);
        return fatal.orElse(lines.isEmpty() ? "it gave no reason" : lines.get(lines.size() - 1));
    }

    static boolean diskFull(String reason) {
        return reason.contains("No space left on device") || reason.contains("not enough space on the disk");
    }

    static String diskFullLine(Path dir) {
        return "The disk of " + dir.toAbsolutePath() + " is full: free some space, then start again";
    }
}
