package org.qibroker.insight.dashboard;

import io.vertx.core.Future;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Figures;
import org.qibroker.insight.Uptake;
import org.qibroker.insight.Uptake.Row;
import org.qibroker.insight.Wanted;
import org.qibroker.insight.open.OpenWork;
import org.qibroker.insight.open.Standing;
import org.qibroker.insight.open.Waiting;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.web.PageCall;
import org.qibroker.shared.Caller;

/** Puts the dashboard together. */
final class Dashboards {
    private static final Set<Figure> OF_MONTHS = Set.of(
            Figure.DEMANDS,
            Figure.REQUESTED,
            Figure.BOOKED,
            Figure.COMPLETED,
            Figure.NEW_ENTERPRISES,
            Figure.RETURNING_ENTERPRISES,
            Figure.UNMET_UNCERTAINTY,
            Figure.UNMET_CAPABILITY,
            Figure.UNMET_STANDARD,
            Figure.UNMET_TERMS,
            Figure.ON_TIME,
            Figure.SATISFACTION,
            Figure.CAPACITY_OFFERED,
            Figure.CAPACITY_USED);

    private final Figures figures;
    private final OpenWork open;

    Dashboards(Figures figures, OpenWork open) {
        this.figures = figures;
        this.open = open;
    }

    /** The dashboard that a query of a page asks for; fails as {@link Figures#uptake}. */
    Future<Dashboard> of(Inputs query, PageCall call) {
        Wanted asked = figures.wanted(query);
        Caller caller = call.caller();
        Locale locale = call.locale();
        Figure shown = query.constant("figure", Figure.class)
                .filter(Dashboard.CHOICES::contains)
                .orElse(Figure.BOOKED);
        return figures.uptake(asked, null, caller, locale)
                .compose(uptake -> figures.breakdowns(breakdowns(uptake.wanted(), shown), caller, locale)
                        .compose(parts -> around(new Counted(uptake, shown, parts), call)));
    }

    private record Counted(Uptake uptake, Figure shown, Map<Dimension, List<Row>> parts) {}

    /** What is broken down by each dimension that combines with the filters. */
    private static Map<Dimension, Wanted> breakdowns(Wanted wanted, Figure shown) {
        Map<Dimension, Wanted> asked = new EnumMap<>(Dimension.class);
        for (Dimension by : Dimension.values()) {
            boolean apart = by.apart() && wanted.apart() != null;
            if (!apart && !wanted.filters().containsKey(by)) {
                asked.put(by, wanted.only(figures(by, shown)));
            }
        }
        return asked;
    }

    private static Set<Figure> figures(Dimension by, Figure shown) {
        return switch (by) {
            case MONTH -> OF_MONTHS;
            case PROVIDER -> Set.copyOf(Figure.OF_PROVIDERS);
            default -> Set.of(shown);
        };
    }

    private Future<Dashboard> around(Counted counted, PageCall call) {
        Wanted wanted = counted.uptake().wanted();
        Future<List<Standing>> standing = open.standing(wanted);
        Future<Map<Waiting, Long>> waiting = open.waiting(wanted);
        Future<FilterForm> form = form(wanted, call);
        return Future.all(standing, waiting, form)
                .map(all -> new Dashboard(
                        counted.uptake(),
                        counted.shown(),
                        counted.parts(),
                        standing.result(),
                        waiting.result(),
                        form.result()));
    }

    /** What a page is limited to, with names. */
    Future<FilterForm> form(Wanted wanted, PageCall call) {
        List<Future<Filter>> named = wanted.filters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(filter -> figures.name(filter.getKey(), filter.getValue(), call.locale())
                        .map(name -> new Filter(filter.getKey(), filter.getValue(), name)))
                .toList();
        return Future.all(named)
                .map(all -> FilterForm.of(
                        call,
                        wanted.months(),
                        named.stream().map(Future::result).toList()));
    }
}
