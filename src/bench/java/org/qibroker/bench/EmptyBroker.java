package org.qibroker.bench;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.qibroker.Application;
import org.qibroker.Node;
import org.qibroker.account.AccountModule;
import org.qibroker.account.NewUser;
import org.qibroker.account.RegisterOrganisation;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.config.SettingsLoader;
import org.qibroker.platform.database.BrokerDatabase;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/** A broker on a new database, with as many laboratories as are asked for. */
final class EmptyBroker implements AutoCloseable {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    static final String PASSWORD = "benchmark-2026";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Vertx vertx = Vertx.vertx();
    private final BrokerDatabase database;
    private final Application application;
    private final Settings settings;
    private final AccountModule accounts;
    private final Path folder;
    private int laboratories;

    /** A broker with settings such as {@code --booking.open-requests=0} beside those of benchmarks. */
    EmptyBroker(String... more) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-");
        List<String> arguments = new ArrayList<>(List.of(
                "--data.dir=" + folder,
                "--http.port=0",
                "--ops.port=0",
                "--sample.enabled=false",
                "--security.sign-ins-per-minute=100000"));
        arguments.addAll(List.of(more));
        Settings settings = SettingsLoader.load(arguments);
        this.folder = folder;
        this.settings = settings;
        this.database = BrokerDatabase.open(settings);
        this.application = Application.start(settings, database.address(), Clock.systemUTC());
        Node node = Node.of(settings, database.address(), Clock.systemUTC());
        this.accounts = new AccountModule(node.platform(vertx), node.keys());
    }

    /** Who acts for an organisation. */
    record Laboratory(UUID organisation, String token) {}

    /** A new organisation that offers services. */
    Laboratory laboratory() throws Exception {
        return organisation(Role.PROVIDER);
    }

    /** A new organisation of a role. */
    Laboratory organisation(Role role) throws Exception {
        int number = ++laboratories;
        String email = "lab" + number + "@example.test";
        RegisterOrganisation command = new RegisterOrganisation(
                uscc(number),
                "实验室 " + number,
                "Laboratory " + number,
                Set.of(role),
                "310117",
                null,
                new NewUser(email, "lab", PASSWORD));
        UUID organisation = Region.await(accounts.organisations().register(command, Caller.SYSTEM))
                .id();
        String secret = "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}";
        HttpRequest signIn = HttpRequest.newBuilder(URI.create(url() + "/tokens"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(secret))
                .build();
        String answer = http.send(signIn, HttpResponse.BodyHandlers.ofString()).body();
        return new Laboratory(
                organisation, Json.mapper().readTree(answer).get("accessToken").asText());
    }

    /** A unified social credit code with its check character (GB 32100-2015). */
    private static String uscc(int number) {
        String code = "91310117" + "MT%07d".formatted(number);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length(); i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** Where the API is. */
    String url() {
        return "http://127.0.0.1:" + application.httpPort() + "/api/v1";
    }

    /** What it runs with. */
    Settings settings() {
        return settings;
    }

    /** The folder of all that the broker keeps. */
    Path folder() {
        return folder;
    }

    /** Where the database is. */
    DatabaseAddress address() {
        return database.address();
    }

    /** Where the API is, as host and port. */
    int port() {
        return application.httpPort();
    }

    Connection connect() throws Exception {
        return DriverManager.getConnection(
                database.address().jdbcUrl(),
                database.address().user(),
                database.address().password());
    }

    @Override
    public void close() {
        application.stop();
        Region.await(vertx.close());
        database.close();
    }
}
