package org.qibroker.insight.dashboard;

import java.util.List;
import java.util.Map;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Uptake;
import org.qibroker.insight.Uptake.Row;
import org.qibroker.insight.open.Standing;
import org.qibroker.insight.open.Waiting;

/**
 * What the dashboard shows.
 *
 * @param shown the figure of maps and breakdowns
 * @param breakdowns parts by each dimension
 * @param standing bookings that are open, by where they stand
 * @param waiting how much waits for the coordinator, of each kind
 * @param form the months and filters it is limited to
 */
public record Dashboard(
        Uptake uptake,
        Figure shown,
        Map<Dimension, List<Row>> breakdowns,
        List<Standing> standing,
        Map<Waiting, Long> waiting,
        FilterForm form) {
    /** The figures at the top. */
    public static final List<Figure> KEYS = List.of(
            Figure.DEMANDS,
            Figure.MATCH_RATE,
            Figure.BOOKED,
            Figure.COMPLETED,
            Figure.ANSWER_TIME,
            Figure.ON_TIME,
            Figure.SATISFACTION,
            Figure.UNMET,
            Figure.ACTIVE_ENTERPRISES,
            Figure.NEW_ENTERPRISES,
            Figure.RETURNING_ENTERPRISES,
            Figure.ACTIVE_PROVIDERS,
            Figure.CAPACITY_OFFERED,
            Figure.CAPACITY_USED,
            Figure.CAPACITY_USE);

    /** How many providers it shows itself. */
    private static final int FOREMOST = 10;

    /** Figures that a breakdown can show. */
    public static final List<Figure> CHOICES = List.of(
            Figure.DEMANDS,
            Figure.ITEMS,
            Figure.MATCH_RATE,
            Figure.UNMET,
            Figure.REQUESTED,
            Figure.BOOKED,
            Figure.COMPLETED,
            Figure.ANSWER_TIME,
            Figure.ON_TIME,
            Figure.SATISFACTION,
            Figure.ACTIVE_ENTERPRISES,
            Figure.CAPACITY_USED);

    /** Addresses behind its numbers. */
    public Link link() {
        return Link.of(uptake.wanted());
    }

    /** The parts by a dimension. */
    public List<Row> by(Dimension dimension) {
        return breakdowns.getOrDefault(dimension, List.of());
    }

    /** Whether parts by a dimension are there. */
    public boolean has(Dimension dimension) {
        return breakdowns.containsKey(dimension);
    }

    /** The districts as a map. */
    public DistrictMap map() {
        return DistrictMap.of(by(Dimension.DISTRICT), shown);
    }

    /** What became of a figure since as many months before. */
    public Change sinceBefore(Figure figure) {
        return Change.of(figure, uptake.before().of(figure), uptake.now().of(figure));
    }

    /** What became of a figure since the same months of the year before. */
    public Change sinceYear(Figure figure) {
        return Change.of(figure, uptake.yearBefore().of(figure), uptake.now().of(figure));
    }

    /** A count; 0 where nothing is known. */
    public long count(Figure figure) {
        Number value = uptake.now().of(figure);
        return value == null ? 0 : value.longValue();
    }

    /** The providers that were booked most. */
    public List<Row> foremost() {
        List<Row> all = by(Dimension.PROVIDER);
        return all.subList(0, Math.min(FOREMOST, all.size()));
    }

    /** How shown and first places are spread over providers. */
    public Spread spread() {
        return Spread.of(by(Dimension.PROVIDER));
    }
}
