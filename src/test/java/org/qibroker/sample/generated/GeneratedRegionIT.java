package org.qibroker.sample.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.shared.Role;
import org.qibroker.support.TestBroker;

class GeneratedRegionIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static void grow(long seed, long lines) throws Exception {
        DatabaseAddress address = BROKER.address();
        try (Connection connection =
                DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
            new GeneratedRegion(connection, seed).growTo(lines, written -> {});
        }
    }

    private static List<Map<String, Object>> lines() {
        return BROKER.rows(
                "SELECT record_id, id, subject, range_text, uncertainty_text, price_fen FROM capability ORDER BY 1");
    }

    @Test
    void growsAndRefusesWhatIsNotItsOwn() throws Exception {
        grow(1, 300);
        List<Map<String, Object>> first = lines();
        assertThat(first).hasSize(300);
        grow(1, 9_000);
        assertThat(lines()).hasSize(9_000).containsAll(first);
        grow(1, 500);
        assertThat(lines()).hasSize(9_000);
        assertThat(BROKER.rows("SELECT 1 FROM accreditation WHERE status = 'SUSPENDED'"))
                .isNotEmpty();
        assertThat(BROKER.rows("SELECT 1 FROM pg_constraint WHERE conname = 'capability_said_once'"))
                .hasSize(1);
        assertThatThrownBy(() -> grow(2, 10_000)).isInstanceOf(RefusedToStart.class);
        BROKER.person(Role.PROVIDER);
        assertThatThrownBy(() -> grow(1, 10_000)).isInstanceOf(RefusedToStart.class);
    }
}
