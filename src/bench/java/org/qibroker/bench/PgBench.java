package org.qibroker.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qibroker.platform.database.DatabaseAddress;

/** Runs a script with the system's pgbench, prepared statements and all. */
final class PgBench {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final DatabaseAddress address;
    private final Map<String, String> variables;
    private final Path program = program();

    PgBench(DatabaseAddress address, Map<String, String> variables) {
        this.address = address;
        this.variables = variables;
    }

    private static Path program() {
        List<Path> places = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            places.add(Path.of(folder, "pgbench"));
        }
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.sorted(Comparator.reverseOrder()).forEach(v -> places.add(v.resolve("bin/pgbench")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return places.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "pgbench is not on the PATH and not below " + DEBIAN + ": install it, for example the package "
                                + "postgresql-contrib or postgresql-client of the system"));
    }

    /** Transactions a second of a script run by so many clients for so many seconds. */
    double rate(Path script, int clients, long seconds, long offset) {
        String said = run(script, clients, offset, List.of("-T", String.valueOf(seconds)));
        Matcher tps = TPS.matcher(said);
        if (!tps.find() || said.contains("aborted")) {
            throw new IllegalStateException(said);
        }
        return Double.parseDouble(tps.group(1));
    }

    /** Milliseconds that each transaction took from the moment it was due, at a rate with random gaps. */
    double[] latencies(Path script, int clients, long seconds, long offset, double rate) {
        try {
            Path log = Files.createTempDirectory("pgbench");
            run(
                    script,
                    clients,
                    offset,
                    List.of(
                            "-T",
                            String.valueOf(seconds),
                            "--rate",
                            String.valueOf(rate),
                            "-l",
                            "--log-prefix",
                            log + "/log"));
            try (Stream<Path> files = Files.list(log)) {
                return files.flatMap(PgBench::lines)
                        .mapToDouble(line -> Double.parseDouble(line.split(" ")[2]) / 1000)
                        .toArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(Path script, int clients, long offset, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-n",
                "-M",
                "prepared",
                "-h",
                address.host(),
                "-p",
                String.valueOf(address.port()),
                "-U",
                address.user(),
                "-c",
                String.valueOf(clients),
                "-j",
                String.valueOf(Math.min(2, clients)),
                "-f",
                script.toString(),
                "-D",
                "i=" + offset,
                "-D",
                "clients=" + clients));
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.addAll(more);
        command.add(address.database());
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", address.password());
            Process process = builder.start();
            StringBuilder said = new StringBuilder();
            try (BufferedReader reader = process.inputReader()) {
                reader.lines().forEach(line -> said.append(line).append('\n'));
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said.toString());
            }
            return said.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
