package org.qibroker.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qibroker.Main;
import org.qibroker.platform.database.DatabaseAddress;

/** A broker in a process of its own. */
public final class TestNode implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    private final Process process;
    private final String url;

    private TestNode(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** One more node on the database of a broker, with the same keys. */
    public static TestNode beside(TestBroker broker, String... settings) {
        DatabaseAddress address = broker.address();
        Map<String, String> environment = Map.of(
                "QI_DATABASE_URL",
                "postgresql://" + address.user() + "@" + address.host() + ":" + address.port() + "/"
                        + address.database(),
                "QI_DATABASE_PASSWORD",
                address.password());
        return start(environment, TestBroker.DIR.toString(), settings);
    }

    /** A node with a PostgreSQL of its own in a folder. */
    public static TestNode alone(Path dir, String... settings) {
        return start(Map.of(), dir.toString(), settings);
    }

    private static TestNode start(Map<String, String> environment, String dir, String... settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--http.port=0",
                "--ops.port=0",
                "--http.instances=2",
                "--sample.enabled=false",
                "--data.dir=" + dir));
        command.addAll(List.of(settings));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            return new TestNode(process, address(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what it prints until it says where it is; then lets the rest go. */
    private static String address(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher matcher = URL.matcher(line);
            if (matcher.find()) {
                Thread rest = new Thread(() -> letGo(output, process));
                rest.setDaemon(true);
                rest.start();
                return matcher.group();
            }
        }
        throw new IllegalStateException("the node ended early:\n" + said);
    }

    private static void letGo(BufferedReader output, Process process) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Speaks with its API as nobody. */
    public ApiClient api() {
        return new ApiClient(url, Map.of());
    }

    /** Ends it at once, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        ended();
    }

    @Override
    public void close() {
        process.destroy();
        ended();
    }

    private void ended() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the node did not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
