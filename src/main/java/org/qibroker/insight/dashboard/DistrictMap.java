package org.qibroker.insight.dashboard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Uptake.Row;
import org.qibroker.shared.District;

/**
 * The sixteen districts as tiles, each about where it lies to the others.
 *
 * @param tiles from the north to the south
 */
public record DistrictMap(List<Tile> tiles) {
    /** Width of the picture. */
    public static final int WIDTH = 480;

    /** Height of the picture. */
    public static final int HEIGHT = 418;

    private static final int COLUMN = 80;
    private static final int LINE = 60;
    private static final int GAP = 3;
    private static final int SHADES = 5;
    private static final Map<District, Place> PLACES = new EnumMap<>(District.class);

    static {
        PLACES.put(District.CHONGMING, new Place(2, 0, 4, 1));
        PLACES.put(District.JIADING, new Place(0, 1, 2, 1));
        PLACES.put(District.BAOSHAN, new Place(2, 1, 2, 1));
        PLACES.put(District.PUTUO, new Place(1, 2, 1, 1));
        PLACES.put(District.JINGAN, new Place(2, 2, 1, 1));
        PLACES.put(District.HONGKOU, new Place(3, 2, 1, 1));
        PLACES.put(District.YANGPU, new Place(4, 1, 1, 2));
        PLACES.put(District.QINGPU, new Place(0, 2, 1, 3));
        PLACES.put(District.CHANGNING, new Place(1, 3, 1, 1));
        PLACES.put(District.XUHUI, new Place(2, 3, 1, 1));
        PLACES.put(District.HUANGPU, new Place(3, 3, 1, 1));
        PLACES.put(District.PUDONG, new Place(4, 3, 2, 3));
        PLACES.put(District.MINHANG, new Place(2, 4, 2, 1));
        PLACES.put(District.SONGJIANG, new Place(1, 4, 1, 2));
        PLACES.put(District.FENGXIAN, new Place(2, 5, 2, 1));
        PLACES.put(District.JINSHAN, new Place(1, 6, 2, 1));
    }

    /** Copies the tiles. */
    public DistrictMap {
        tiles = List.copyOf(tiles);
    }

    private record Place(int column, int line, int columns, int lines) {}

    /**
     * One district.
     *
     * @param shade 0 for nothing, 5 for the most
     * @param cases out of how many cases the value is made, absent where it is a number of them
     */
    public record Tile(
            String code,
            String name,
            String shortName,
            int x,
            int y,
            int width,
            int height,
            int shade,
            @Nullable Number value,
            @Nullable Long cases) {}

    /** The map of a figure. */
    static DistrictMap of(List<Row> rows, Figure figure) {
        double most = rows.stream()
                .filter(row -> !row.key().isEmpty())
                .mapToDouble(row -> value(row.values().of(figure)))
                .max()
                .orElse(0);
        List<Tile> tiles = new ArrayList<>();
        for (Row row : rows) {
            District.ofCode(row.key()).ifPresent(district -> tiles.add(tile(district, row, figure, most)));
        }
        tiles.sort((a, b) -> a.y() == b.y() ? a.x() - b.x() : a.y() - b.y());
        return new DistrictMap(tiles);
    }

    private static Tile tile(District district, Row row, Figure figure, double most) {
        Place place = PLACES.getOrDefault(district, new Place(0, 0, 1, 1));
        Number number = row.values().of(figure);
        return new Tile(
                district.code(),
                row.name(),
                row.name().length() > 2 && row.name().endsWith("区") ? row.name().replaceAll("(新区|区)$", "") : row.name(),
                place.column() * COLUMN + GAP,
                place.line() * LINE + GAP,
                place.columns() * COLUMN - 2 * GAP,
                place.lines() * LINE - 2 * GAP,
                most == 0 ? 0 : (int) Math.ceil(SHADES * value(number) / most),
                number,
                row.values().cases().get(figure));
    }

    private static double value(@Nullable Number number) {
        return number == null ? 0 : number.doubleValue();
    }
}
