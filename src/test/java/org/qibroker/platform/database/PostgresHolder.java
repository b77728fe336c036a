package org.qibroker.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of its own that uses the PostgreSQL of a folder until it is told to leave, or killed. */
final class PostgresHolder implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private PostgresHolder(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static PostgresHolder start(Path dir) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresHolder.class.getName(),
                        dir.toString())
                .redirectErrorStream(true)
                .start();
        PostgresHolder holder = new PostgresHolder(process);
        String line = holder.output.readLine();
        while (line != null && !line.equals("ready")) {
            line = holder.output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the other process ended early");
        }
        return holder;
    }

    /** Uses PostgreSQL until the input ends. */
    public static void main(String[] args) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]), 0, 50)) {
            System.out.println("ready");
            while (System.in.read() >= 0) {
                System.out.println(postgres.address());
            }
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the other process did not end", e);
        }
    }
}
