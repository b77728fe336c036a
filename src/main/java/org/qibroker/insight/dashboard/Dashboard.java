package org.qibroker.insight.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Uptake;
import org.qibroker.insight.Uptake.Row;

/**
 * What the dashboard shows.
 *
 * @param shown the figure of maps and breakdowns
 * @param breakdowns parts by each dimension
 * @param standing bookings that are open, by where they stand
 * @param district the only district the reader sees, absent for the city
 * @param filters what it is limited to, with names
 */
public record Dashboard(
        Uptake uptake,
        Figure shown,
        Map<Dimension, List<Row>> breakdowns,
        List<Standing> standing,
        Today today,
        @Nullable String district,
        List<Filter> filters) {

    /** Open bookings asked for in the period that stand in one state. */
    public record Standing(String state, long bookings) {}

    /** What waits for the coordinator. */
    public record Today(long late, long disputes, long complaints, long unverified) {}

    /** A filter that is on. */
    public record Filter(Dimension dimension, String value, String name) {}

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
    public DistrictMap map(Locale locale) {
        return DistrictMap.of(by(Dimension.DISTRICT), shown, locale);
    }

    /** What became of a figure since as many months before. */
    public Change sinceBefore(Figure figure) {
        return Change.of(figure, uptake.before().of(figure), uptake.now().of(figure));
    }

    /** What became of a figure since the same months of the year before. */
    public Change sinceYear(Figure figure) {
        return Change.of(figure, uptake.yearBefore().of(figure), uptake.now().of(figure));
    }

    /** The value of a filter, absent if it is off. */
    public @Nullable String filterOf(Dimension dimension) {
        return uptake.wanted().filter(dimension);
    }

    /** A count; 0 where nothing is known. */
    public long count(Figure figure) {
        Number value = uptake.now().of(figure);
        return value == null ? 0 : value.longValue();
    }

    /** Figures that a breakdown can show. */
    public List<Figure> choices() {
        return List.of(
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
                Figure.ACTIVE_ENTERPRISES);
    }
}
