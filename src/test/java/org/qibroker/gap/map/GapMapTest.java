package org.qibroker.gap.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The map of gaps by industry and district. */
class GapMapTest {
    private static final Cell MANY = new Cell("automotive", "310114", 8, 5);
    private static final Cell FEW = new Cell("biomedicine", "310115", 1, 1);
    private static final GapMap MAP = new GapMap(List.of(
            MANY,
            FEW,
            new Cell("", "310114", 3, 3),
            new Cell("automotive", Cell.ALL, 8, 5),
            new Cell("biomedicine", Cell.ALL, 1, 1),
            new Cell("", Cell.ALL, 3, 3),
            new Cell(Cell.ALL, "310115", 1, 1),
            new Cell(Cell.ALL, "310114", 10, 8),
            new Cell(Cell.ALL, "", 1, 1),
            new Cell(Cell.ALL, Cell.ALL, 11, 9)));

    @Test
    void industriesWithTheMostGapsComeFirstAndUnknownOnesLast() {
        assertThat(MAP.industries()).containsExactly("automotive", "biomedicine", "");
        assertThat(MAP.districts()).containsExactly("310114", "310115", "");
    }

    @Test
    void sumsAreThoseOfTheDatabaseBecauseAGapMayBeInSeveralPlaces() {
        assertThat(MAP.at(Cell.ALL, "310114")).map(Cell::gaps).contains(10);
        assertThat(MAP.at("automotive", "310115")).isEmpty();
    }

    @Test
    void theFullestPlaceIsTheDarkest() {
        assertThat(MAP.shade(MANY)).isEqualTo(4);
        assertThat(MAP.shade(FEW)).isEqualTo(1);
    }
}
