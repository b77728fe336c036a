package org.qibroker.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    @TempDir
    Path dir;

    @Test
    void starts_and_stops() throws Exception {
        for (int i = 0; i < 3; i++) {
            long t = System.nanoTime();
            try (EmbeddedPostgres pg = EmbeddedPostgres.start(dir, 0, 100)) {
                System.out.println("start " + (System.nanoTime() - t) / 1e6 + " " + pg.address());
                t = System.nanoTime();
                System.out.println(Migrations.migrate(pg.address()));
                System.out.println("migrate " + (System.nanoTime() - t) / 1e6 + " " + pg.address());
            }
        }
        assertThat(dir).exists();
    }
}
