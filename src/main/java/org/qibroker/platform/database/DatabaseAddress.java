package org.qibroker.platform.database;

import io.vertx.pgclient.PgConnectOptions;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.config.SettingsException;

/** Where the database is, and who the broker is there. */
public record DatabaseAddress(String host, int port, String database, String user, String password) {
    private static final String FORM = "postgresql://USER:PASSWORD@HOST:PORT/DATABASE";

    /**
     * The address of an external database.
     *
     * @throws SettingsException if the settings do not say it completely
     */
    public static DatabaseAddress of(Settings.DatabaseSettings settings) {
        DatabaseAddress address = parse(settings.url().orElseThrow());
        String user = settings.user().orElse(address.user());
        if (address.host().isEmpty() || address.database().isEmpty() || user.isEmpty()) {
            throw new SettingsException("database.url must have the form " + FORM
                    + "; user and password may also be set as database.user and database.password");
        }
        String password = settings.password().orElse(address.password());
        return new DatabaseAddress(address.host(), address.port(), address.database(), user, password);
    }

    /** What the address says; whatever it leaves out is empty. */
    static DatabaseAddress parse(String url) {
        URI uri = uri(url);
        String[] userInfo = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
        return new DatabaseAddress(
                Optional.ofNullable(uri.getHost()).orElse(""),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", ""),
                decoded(userInfo[0]),
                userInfo.length > 1 ? decoded(userInfo[1]) : "");
    }

    private static URI uri(String url) {
        String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        URI uri;
        try {
            uri = URI.create(plain);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("database.url is no address; its form is " + FORM);
        }
        if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
            throw new SettingsException("database.url must begin with postgresql://; its form is " + FORM);
        }
        return uri;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The same server and user, another database. */
    public DatabaseAddress withDatabase(String other) {
        return new DatabaseAddress(host, port, other, user, password);
    }

    /** For JDBC; user and password go beside it. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?ApplicationName=qi-broker";
    }

    /** For the Vert.x client: prepared statements are cached, TCP is kept alive. */
    public PgConnectOptions pgOptions() {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase(database)
                .setUser(user)
                .setPassword(password)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(512)
                .setPreparedStatementCacheSqlLimit(32_768);
        options.addProperty("application_name", "qi-broker");
        return options;
    }

    /** Host, port and database: never the password. */
    @Override
    public String toString() {
        return "postgresql://" + host + ":" + port + "/" + database;
    }
}
