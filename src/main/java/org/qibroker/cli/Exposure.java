package org.qibroker.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.database.DatabaseAddress;

/** Keeps what is easily broken into from being reached by others: demo accounts, and passwords that cost little to guess. */
final class Exposure {
    /** KiB for Argon2id in two passes, by the OWASP Password Storage Cheat Sheet. */
    private static final int LEAST_PASSWORD_MEMORY = 19_456;

    private Exposure() {}

    /** Refuses to load the sample region, or to hash passwords cheaply, where others can reach it. */
    static void check(Settings settings) {
        if (exposed(settings) && settings.security().passwordMemory() < LEAST_PASSWORD_MEMORY) {
            throw new RefusedToStart(where(settings) + " can be reached by others, and a password would cost little to"
                    + " guess: set --security.password-memory to at least " + LEAST_PASSWORD_MEMORY);
        }
        if (exposed(settings) && settings.sampleEnabled()) {
            throw new RefusedToStart(where(settings) + " can be reached by others, and the sample region has accounts"
                    + " whose password everybody knows: set --sample.enabled=false and a --data.dir without them");
        }
    }

    /** Refuses to serve demo accounts of a former start where others can reach them. */
    static void check(Settings settings, DatabaseAddress address) {
        if (exposed(settings) && demoAccounts(address)) {
            throw new RefusedToStart(where(settings) + " can be reached by others, and the database "
                    + address.database() + " holds demo accounts whose password everybody knows: begin with another"
                    + " --data.dir or database");
        }
    }

    private static boolean exposed(Settings settings) {
        return !settings.http().loopback()
                || settings.http().publicUrl().map(url -> !loopback(url)).orElse(false);
    }

    private static String where(Settings settings) {
        return settings.http().loopback()
                ? settings.http().publicUrl().orElse("")
                : settings.http().host();
    }

    private static boolean loopback(String url) {
        try {
            String host = URI.create(url).getHost();
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }

    private static boolean demoAccounts(DatabaseAddress address) {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            return statement
                    .executeQuery("SELECT 1 FROM user_account WHERE email LIKE '%@demo.test' LIMIT 1")
                    .next();
        } catch (SQLException e) {
            throw new RefusedToStart("Cannot read the accounts of " + address + ": " + e.getMessage(), e);
        }
    }
}
