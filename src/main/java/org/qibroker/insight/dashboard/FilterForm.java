package org.qibroker.insight.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Months;
import org.qibroker.platform.web.PageCall;
import org.qibroker.shared.FieldFault;

/**
 * The months and filters of a page, in the form with which they are changed.
 *
 * @param from the first month, as it was typed
 * @param to the last month, as it was typed
 * @param filters those that are on
 * @param district the only district the reader sees, absent for the city
 */
public record FilterForm(String from, String to, List<Filter> filters, @Nullable String district) {
    /** Copies the filters. */
    public FilterForm {
        filters = List.copyOf(filters);
    }

    static FilterForm of(PageCall call, Months months, List<Filter> filters) {
        return new FilterForm(
                call.query("from").orElse(months.from().toString()),
                call.query("to").orElse(months.to().toString()),
                filters,
                call.caller().district());
    }

    /** The value of a filter, absent if it is off. */
    public @Nullable String filterOf(Dimension dimension) {
        return filters.stream()
                .filter(filter -> filter.dimension() == dimension)
                .findFirst()
                .map(Filter::value)
                .orElse(null);
    }

    /** Whether a filter is the reader's own district, which is always on. */
    public boolean own(Filter filter) {
        return filter.dimension() == Dimension.DISTRICT && filter.value().equals(district);
    }

    /** The filters that stay on when others are chosen. */
    public List<Filter> staying() {
        return filters.stream()
                .filter(filter -> filter.dimension() != Dimension.FAMILY && !own(filter))
                .toList();
    }

    /** The filter at which something is wrong, if it is one. */
    public Optional<Dimension> at(FieldFault fault) {
        return Stream.of(Dimension.values())
                .filter(dimension -> fault.pointer().equals("/" + dimension.filter()))
                .findFirst();
    }
}
