package org.qibroker.catalog.imports.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.shared.Family;

class PrintTableTest {
    private static ScopeLine line(String subject, Set<String> marks) {
        return new ScopeLine(
                new UUID(0, 1),
                new Capability.Service(Family.METROLOGY, null, subject, null, "示值误差", Set.of()),
                new ScopeLine.Texts(null, List.of(), "0~300 mm", List.of(), null, 2, null),
                marks,
                new Capability.Terms(false, Price.ON_REQUEST, null, null));
    }

    @Test
    void eachLineIsKnownAgainHoweverManyThereAre() {
        PrintTable table = new PrintTable();
        for (int i = 0; i < 20_000; i++) {
            assertThat(table.put(line("s" + i, Set.of()), new UUID(1, i))).isEmpty();
        }
        for (int i = 0; i < 20_000; i += 97) {
            assertThat(table.put(line("s" + i, Set.of()), new UUID(2, i))).contains(new UUID(1, i));
        }
    }

    @Test
    void theOrderOfMarksDoesNotMatterButEachOfThemDoes() {
        PrintTable table = new PrintTable();
        table.put(line("s", Set.of("CNAS", "CMA")), new UUID(1, 1));
        assertThat(table.put(line("s", Set.of("CMA", "CNAS")), new UUID(1, 2))).contains(new UUID(1, 1));
        assertThat(table.put(line("s", Set.of("CMA")), new UUID(1, 3))).isEmpty();
    }
}
