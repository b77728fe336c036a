package org.qibroker.insight.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Months;
import org.qibroker.insight.Wanted;
import org.qibroker.insight.open.Waiting;

/**
 * Addresses of pages that show a part of the uptake.
 *
 * @param months the months shown
 * @param filters of what
 */
public record Link(Months months, Map<Dimension, String> filters) {
    private static final String HOME = "/region/uptake";

    /** Copies the filters. */
    public Link {
        filters = Map.copyOf(filters);
    }

    static Link of(Wanted wanted) {
        return new Link(wanted.months(), wanted.filters());
    }

    /** The dashboard. */
    public String dashboard() {
        return HOME + query();
    }

    /** The list of providers with their figures. */
    public String providers() {
        return HOME + "/providers" + query();
    }

    /** The list behind a figure. */
    public String list(Figure figure) {
        return HOME + "/" + figure.key() + query();
    }

    /** The list behind a figure of one part. */
    public String list(Figure figure, Dimension by, String key) {
        return to(by, key).list(figure);
    }

    /** The list of open bookings that stand in a state. */
    public String standing(String state) {
        return HOME + "/standing/" + state + query();
    }

    /** The list of what waits. */
    public String waiting(Waiting waiting) {
        return HOME + "/waiting/" + waiting.key() + query();
    }

    /** The dashboard of one part. */
    public Link to(Dimension by, String key) {
        if (by == Dimension.MONTH) {
            return new Link(new Months(Months.monthOf(key), Months.monthOf(key)), filters);
        }
        Map<Dimension, String> more = new EnumMap<>(Dimension.class);
        more.putAll(filters);
        more.put(by, key);
        return new Link(months, more);
    }

    /** The same without a filter. */
    public Link without(Dimension by) {
        Map<Dimension, String> less = new EnumMap<>(Dimension.class);
        less.putAll(filters);
        less.remove(by);
        return new Link(months, less);
    }

    /** The query of any of these pages. */
    public String query() {
        StringBuilder query = new StringBuilder("?from=" + months.from() + "&to=" + months.to());
        filters.forEach((dimension, value) -> query.append('&')
                .append(dimension.filter())
                .append('=')
                .append(URLEncoder.encode(value.isEmpty() ? Wanted.NONE : value, StandardCharsets.UTF_8)));
        return query.toString();
    }
}
