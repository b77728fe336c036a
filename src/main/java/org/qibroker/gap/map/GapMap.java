package org.qibroker.gap.map;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Open gaps of the region by industry and district.
 *
 * @param cells those that have any, with the sums
 */
public record GapMap(List<Cell> cells) {
    private static final int SHADES = 4;

    /** Copies the cells. */
    public GapMap {
        cells = List.copyOf(cells);
    }

    /** Codes of the industries that have any, those with the most gaps first, unknown ones last. */
    public List<String> industries() {
        return codes(Cell::industry, cell -> cell.district().equals(Cell.ALL));
    }

    /** Codes of the districts that have any, in their order, unknown ones last. */
    public List<String> districts() {
        return codes(Cell::district, cell -> cell.industry().equals(Cell.ALL)).stream()
                .sorted(Comparator.comparing(String::isEmpty).thenComparing(code -> code))
                .toList();
    }

    private List<String> codes(Function<Cell, String> code, Predicate<Cell> sums) {
        return cells.stream()
                .filter(sums.and(cell -> !code.apply(cell).equals(Cell.ALL)))
                .sorted(Comparator.comparing((Cell cell) -> code.apply(cell).isEmpty())
                        .thenComparing(Comparator.comparingInt(Cell::gaps).reversed())
                        .thenComparing(code))
                .map(code)
                .toList();
    }

    /** What there is at an industry and a district, either of which may be {@link Cell#ALL}; empty if nothing. */
    public Optional<Cell> at(String industry, String district) {
        return cells.stream()
                .filter(cell ->
                        cell.industry().equals(industry) && cell.district().equals(district))
                .findFirst();
    }

    /** How dark a cell is beside the others, from 1 to 4. */
    public int shade(Cell cell) {
        int most = single().mapToInt(Cell::gaps).max().orElse(1);
        return (int) Math.ceil(SHADES * (double) Math.min(cell.gaps(), most) / most);
    }

    private Stream<Cell> single() {
        return cells.stream()
                .filter(cell ->
                        !cell.industry().equals(Cell.ALL) && !cell.district().equals(Cell.ALL));
    }
}
