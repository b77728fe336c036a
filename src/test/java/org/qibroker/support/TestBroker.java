package org.qibroker.support;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.qibroker.Application;
import org.qibroker.Node;
import org.qibroker.account.AccountModule;
import org.qibroker.platform.Platform;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.config.SettingsLoader;
import org.qibroker.platform.database.Database;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.shared.Role;

/**
 * A whole broker with a database of its own for the tests of one class, empty or with the sample region:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestBroker BROKER = new TestBroker();
 * }</pre>
 */
public final class TestBroker implements BeforeAllCallback, AfterAllCallback {
    /** The data folder of all brokers of this process; tests run in several processes side by side. */
    public static final Path DIR = Path.of("target", "test-broker-" + System.getProperty("test.fork", "1"));

    private final TestClock clock = new TestClock();
    private final List<String> more;
    private @Nullable DatabaseAddress address;
    private @Nullable Application application;
    private @Nullable Vertx vertx;
    private @Nullable Platform platform;
    private @Nullable TestPeople people;

    /** A broker with settings such as {@code --http.max-body=2048} beside those of tests. */
    public TestBroker(String... settings) {
        more = List.of(settings);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        address = settings().sampleEnabled() ? SampledDatabase.copy() : TestDatabases.fresh();
        application = Application.start(settings(), address(), clock);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Set<String> missing =
                application == null ? Set.of() : EventTexts.missing(rows("SELECT DISTINCT kind, type FROM event"));
        if (application != null) {
            application.stop();
        }
        if (vertx != null) {
            await(vertx.close());
        }
        TestDatabases.drop(address());
        forget();
        if (!missing.isEmpty()) {
            throw new AssertionError("events without a text in both languages: " + missing);
        }
    }

    /** The classes of tests live as long as all tests do; what they ran must not. */
    private void forget() {
        application = null;
        vertx = null;
        platform = null;
        people = null;
    }

    /** What the broker runs with. */
    public Settings settings() {
        return settings(more);
    }

    static Settings settings(List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--http.port=0",
                "--ops.port=0",
                "--data.dir=" + DIR,
                "--http.instances=2",
                "--sample.enabled=false",
                "--security.sign-ins-per-minute=100000",
                "--security.password-memory=256"));
        arguments.addAll(more);
        return SettingsLoader.load(arguments);
    }

    /** Where pages and API are. */
    public String url() {
        return "http://127.0.0.1:" + app().httpPort();
    }

    /** Where health and metrics are. */
    public String opsUrl() {
        return "http://127.0.0.1:" + app().opsPort();
    }

    /** What time it is for the broker. */
    public TestClock clock() {
        return clock;
    }

    /** Speaks with the API as nobody. */
    public ApiClient api() {
        return new ApiClient(url(), Map.of());
    }

    /** The first person of a role, registered when first asked for. */
    public Person person(Role role) {
        return person(role, 1);
    }

    /** The first, second … person of a role, each of an organisation of their own. */
    public Person person(Role role, int number) {
        if (people == null) {
            people = new TestPeople(new AccountModule(platform(), node().keys()), api());
        }
        return people.person(role, number);
    }

    /** The same once its organisation is seated in a district, or in none; whoever signed in before, did so as of then. */
    public Person seated(Role role, int number, @Nullable String district) {
        execute(
                "UPDATE organisation SET district = ? WHERE id = ?",
                district,
                person(role, number).organisation());
        return Objects.requireNonNull(people).again(role, number);
    }

    /** Speaks with the API as the first person of a role. */
    public ApiClient as(Role role) {
        return as(role, 1);
    }

    /** Speaks with the API as the first, second … person of a role. */
    public ApiClient as(Role role, int number) {
        return api().withToken(person(role, number).token());
    }

    /** Speaks with health and metrics. */
    public ApiClient ops() {
        return new ApiClient(opsUrl(), Map.of());
    }

    /** The broker's database. */
    public DatabaseAddress address() {
        if (address == null) {
            throw new IllegalStateException("the broker has not started");
        }
        return address;
    }

    /** Pools of the test's own on the broker's database. */
    public Database database() {
        return platform().database();
    }

    /** A platform of the test's own on the broker's database; its feed is silent. */
    public Platform platform() {
        if (platform == null) {
            platform = node().platform(vertx());
        }
        return platform;
    }

    /** What a platform is made of. */
    public Node node() {
        return Node.of(settings(), address(), clock);
    }

    /** A toolkit of the test's own. */
    public Vertx vertx() {
        if (vertx == null) {
            vertx = Vertx.vertx();
        }
        return vertx;
    }

    /** The rows of a query, each as column and value. */
    public List<Map<String, Object>> rows(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet found = statement.executeQuery()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(row(found));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Does it, and tells how many rows it changed. */
    public int execute(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.execute() ? 0 : statement.getUpdateCount();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Waits for a result, at most half a minute; a failure is thrown as it is. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Application app() {
        if (application == null) {
            throw new IllegalStateException("the broker has not started");
        }
        return application;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                address().jdbcUrl(), address().user(), address().password());
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static Map<String, Object> row(ResultSet found) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.put(found.getMetaData().getColumnLabel(i), found.getObject(i));
        }
        return row;
    }
}
