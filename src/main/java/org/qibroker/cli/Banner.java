package org.qibroker.cli;

import java.util.Locale;
import org.qibroker.Application;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.database.DatabaseAddress;

/** What a server says once it serves. */
final class Banner {
    private static final String DEMO =
            """

              Demo     enterprise@demo.test   lab@demo.test    coordinator@demo.test
                       enterprise2@demo.test  lab2@demo.test   district@demo.test (of one district only)
                       expert@demo.test       admin@demo.test
                       The password of all is demo-2026. The sample region is made up.
            """;

    private Banner() {}

    static String of(Settings settings, DatabaseAddress address, Application application, double seconds) {
        String url = settings.http()
                .publicUrl()
                .orElse("http://" + named(settings.http().host()) + ":" + application.httpPort());
        String health = "http://" + named(settings.ops().host()) + ":" + application.opsPort();
        String data = settings.database().embedded()
                ? settings.data().dir().toAbsolutePath().normalize() + " (PostgreSQL on port " + address.port() + ")"
                : address.toString();
        return """

            QI Broker 质量基础设施一站式服务平台 is ready, after %s s.

              Open     %s
            %s
              Health   %s/health/ready, metrics %s/metrics
              Data     %s
              Stop     Ctrl-C
            """
                .formatted(
                        String.format(Locale.ROOT, "%.1f", seconds),
                        url,
                        settings.sampleEnabled() ? DEMO.stripTrailing().substring(1) + "\n" : "",
                        health,
                        health,
                        data);
    }

    private static String named(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
