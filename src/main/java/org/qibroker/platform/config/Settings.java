package org.qibroker.platform.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything an operator can set. Each component is the setting of its kebab-case name in {@code config/broker.yaml},
 * where it is explained; empty optionals are settings left empty.
 */
public record Settings(
        Http http,
        Ops ops,
        Data data,
        DatabaseSettings database,
        Files files,
        Sample sample,
        Security security,
        Mail mail,
        Booking booking,
        Cluster cluster,
        Log log) {

    /** Where and how requests are taken; sizes in bytes. */
    public record Http(
            String host,
            int port,
            Optional<String> publicUrl,
            List<String> trustedProxies,
            int instances,
            Duration idleTimeout,
            int maxBody,
            int maxUpload,
            int maxHeader) {
        /** Checks the ranges. */
        public Http {
            trustedProxies = List.copyOf(trustedProxies);
            Limits.port("port", port);
            Limits.atLeast("instances", instances, 0);
            Limits.atLeast("max-body", maxBody, 1024);
            Limits.atLeast("max-upload", maxUpload, 1024);
            Limits.atLeast("max-header", maxHeader, 1024);
            Limits.positive("idle-timeout", idleTimeout);
        }

        /** Whether only this machine can reach the address. */
        public boolean loopback() {
            try {
                return InetAddress.getByName(host).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }

        /** How many verticles serve: as set, or one for each core. */
        public int verticles() {
            return instances > 0 ? instances : Runtime.getRuntime().availableProcessors();
        }
    }

    /** Where health and metrics are told. */
    public record Ops(String host, int port) {
        /** Checks the range. */
        public Ops {
            Limits.port("port", port);
        }
    }

    /** The folder of everything the broker keeps. */
    public record Data(Path dir) {}

    /** The database: an own one, or the one at the address; pool sizes count for each verticle. */
    public record DatabaseSettings(
            Optional<String> url,
            Optional<String> user,
            Optional<String> password,
            int port,
            int readConnections,
            int transactionConnections,
            int waitQueue,
            Duration connectionTimeout) {
        /** Checks the ranges. */
        public DatabaseSettings {
            Limits.port("port", port);
            Limits.atLeast("read-connections", readConnections, 1);
            Limits.atLeast("transaction-connections", transactionConnections, 1);
            Limits.atLeast("wait-queue", waitQueue, 1);
            Limits.positive("connection-timeout", connectionTimeout);
        }

        /** Whether the broker brings its own PostgreSQL. */
        public boolean embedded() {
            return url.isEmpty();
        }
    }

    /** Files that people send each other: how many mebibytes an organisation may store within 24 hours. */
    public record Files(int mebibytesPerDay) {
        /** Checks the range. */
        public Files {
            Limits.atLeast("mebibytes-per-day", mebibytesPerDay, 1);
        }
    }

    /** The made-up region to look around in. */
    public record Sample(Optional<Boolean> enabled) {}

    /** Keys, how long signing in lasts, and how many KiB of memory one guess at a password takes. */
    public record Security(
            Optional<Path> signingKey,
            Duration accessToken,
            Duration refreshToken,
            Duration session,
            int signInsPerMinute,
            int passwordMemory,
            boolean secondFactorRequired) {
        /** Checks the ranges. */
        public Security {
            Limits.positive("access-token", accessToken);
            Limits.positive("refresh-token", refreshToken);
            Limits.positive("session", session);
            Limits.atLeast("sign-ins-per-minute", signInsPerMinute, 1);
            Limits.atLeast("password-memory", passwordMemory, 8);
        }
    }

    /** The server that takes mails, none if no mail is sent. */
    public record Mail(
            Optional<String> host,
            int port,
            Optional<String> username,
            Optional<String> password,
            Optional<String> from,
            String tls) {
        private static final List<String> TLS = List.of("starttls", "tls", "none");

        /** Checks that mails can be sent if they are to be. */
        public Mail {
            Limits.port("port", port);
            if (!TLS.contains(tls)) {
                throw new IllegalArgumentException("tls must be one of " + TLS + ", but is " + tls);
            }
            if (host.isPresent()
                    && from.filter(address -> address.contains("@")).isEmpty()) {
                throw new IllegalArgumentException(
                        "from must be an address such as broker@example.org, since host is set");
            }
            if (username.isPresent() != password.isPresent()) {
                throw new IllegalArgumentException("username and password go together");
            }
        }
    }

    /** How much one enterprise may keep from others at a time; 0 is as much as it likes. */
    public record Booking(int openHolds, int openRequests) {
        /** Checks the ranges. */
        public Booking {
            Limits.atLeast("open-holds", openHolds, 0);
            Limits.atLeast("open-requests", openRequests, 0);
        }
    }

    /** Several nodes as one; not to be had yet. */
    public record Cluster(boolean enabled, List<String> members) {
        /** Refuses what would not be done. */
        public Cluster {
            if (enabled || !members.isEmpty()) {
                throw new IllegalArgumentException(
                        "enabled cannot be set: this version runs as one node on its database");
            }
            members = List.of();
        }
    }

    /** What is logged, and how. */
    public record Log(boolean json, String level) {}

    /** Whether the sample region is loaded: as set, or where the database is embedded. */
    public boolean sampleEnabled() {
        return sample.enabled().orElse(database.embedded());
    }

    /** The address people reach the pages at, without a slash at its end. */
    public String publicUrl() {
        String url = http.publicUrl().orElse("http://" + bracketed(http.host()) + ":" + http.port());
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
