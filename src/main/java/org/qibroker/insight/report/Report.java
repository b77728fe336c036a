package org.qibroker.insight.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Uptake;
import org.qibroker.insight.Uptake.Row;
import org.qibroker.insight.dashboard.Change;

/**
 * The uptake of a month or year.
 *
 * @param district the only district that it is of, absent for the city
 * @param parts by each dimension
 * @param at when it was made
 */
public record Report(
        Period period, @Nullable String district, Uptake uptake, Map<Dimension, List<Row>> parts, Instant at) {
    /** The figures of its breakdowns. */
    static final List<Figure> OF_PARTS = List.of(
            Figure.DEMANDS,
            Figure.ITEMS,
            Figure.MATCH_RATE,
            Figure.UNMET,
            Figure.REQUESTED,
            Figure.BOOKED,
            Figure.COMPLETED,
            Figure.ON_TIME,
            Figure.SATISFACTION,
            Figure.CAPACITY_OFFERED,
            Figure.CAPACITY_USED,
            Figure.CAPACITY_USE);

    /** Capacity is of no programme and no scenario, and offered in no family. */
    private static final List<Dimension> WITHOUT_CAPACITY =
            List.of(Dimension.FAMILY, Dimension.PROGRAMME, Dimension.SCENARIO, Dimension.INDUSTRY, Dimension.SIZE);

    /** The figures that there are by a dimension: wishes are of no provider yet. */
    public static List<Figure> figuresBy(Dimension dimension) {
        List<Figure> figures = dimension == Dimension.PROVIDER ? Figure.OF_PROVIDERS : OF_PARTS;
        return WITHOUT_CAPACITY.contains(dimension)
                ? figures.stream().filter(figure -> !figure.ofCapacity()).toList()
                : figures;
    }

    /** What became of a figure since the period before. */
    public Change sinceBefore(Figure figure) {
        return Change.of(figure, uptake.before().of(figure), uptake.now().of(figure));
    }

    /** What became of a figure since the year before. */
    public Change sinceYear(Figure figure) {
        return Change.of(figure, uptake.yearBefore().of(figure), uptake.now().of(figure));
    }
}
