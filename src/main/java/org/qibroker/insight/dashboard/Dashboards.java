package org.qibroker.insight.dashboard;

import io.vertx.core.Future;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibroker.insight.Dimension;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Figures;
import org.qibroker.insight.Uptake;
import org.qibroker.insight.Uptake.Row;
import org.qibroker.insight.Wanted;
import org.qibroker.insight.dashboard.Dashboard.Filter;
import org.qibroker.insight.dashboard.Dashboard.Standing;
import org.qibroker.insight.dashboard.Dashboard.Today;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Inputs;
import org.qibroker.shared.Caller;

/** Puts the dashboard together. */
final class Dashboards {
    private static final List<String> STATES =
            List.of("REQUESTED", "ACCEPTED", "IN_PROGRESS", "ON_HOLD", "DRAFTED", "REPORTED", "DISPUTED");
    private static final Figure[] OF_MONTHS = {
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
        Figure.SATISFACTION
    };
    private static final Figure[] OF_PROVIDERS = {
        Figure.REQUESTED, Figure.BOOKED, Figure.COMPLETED, Figure.ANSWER_TIME, Figure.ON_TIME, Figure.SATISFACTION
    };

    private final Platform platform;
    private final Figures figures;

    Dashboards(Platform platform, Figures figures) {
        this.platform = platform;
        this.figures = figures;
    }

    /** The dashboard that a query asks for; fails as {@link Figures#uptake}. */
    Future<Dashboard> of(Inputs query, Caller caller, Locale locale) {
        Wanted asked = figures.wanted(query);
        Figure shown = query.constant("figure", Figure.class).orElse(Figure.BOOKED);
        return figures.uptake(asked, null, caller, locale)
                .compose(uptake -> parts(uptake.wanted(), shown, caller, locale)
                        .compose(parts -> around(asked, new Counted(uptake, shown, parts), locale)));
    }

    private record Counted(Uptake uptake, Figure shown, Map<Dimension, List<Row>> parts) {}

    private Future<Dashboard> around(Wanted asked, Counted counted, Locale locale) {
        Wanted wanted = counted.uptake().wanted();
        Future<List<Standing>> standing = platform.database().read(client -> TodayRepository.standing(client, wanted));
        Future<Today> today = platform.database().read(client -> TodayRepository.today(client, wanted));
        Future<List<Filter>> filters = filters(wanted, locale);
        boolean own = !asked.filters().equals(wanted.filters());
        return Future.all(standing, today, filters)
                .map(all -> new Dashboard(
                        counted.uptake(),
                        counted.shown(),
                        counted.parts(),
                        inOrder(standing.result()),
                        today.result(),
                        own ? wanted.filter(Dimension.DISTRICT) : null,
                        filters.result()));
    }

    private static List<Standing> inOrder(List<Standing> standing) {
        return standing.stream()
                .sorted(Comparator.comparing(each -> STATES.indexOf(each.state())))
                .toList();
    }

    private Future<Map<Dimension, List<Row>>> parts(Wanted wanted, Figure shown, Caller caller, Locale locale) {
        Map<Dimension, Wanted> asked = new EnumMap<>(Dimension.class);
        for (Dimension by : Dimension.values()) {
            boolean possible = !by.apart() || wanted.apart() == null || wanted.apart() == by;
            if (possible && !wanted.filters().containsKey(by)) {
                asked.put(by, of(wanted, by, shown));
            }
        }
        return figures.breakdowns(asked, caller, locale);
    }

    private static Wanted of(Wanted wanted, Dimension by, Figure shown) {
        return switch (by) {
            case MONTH -> wanted.only(OF_MONTHS);
            case PROVIDER -> wanted.only(OF_PROVIDERS);
            default -> wanted.only(shown);
        };
    }

    /** The filters with their names. */
    Future<List<Filter>> filters(Wanted wanted, Locale locale) {
        List<Future<Filter>> named = wanted.filters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(filter -> figures.name(filter.getKey(), filter.getValue(), locale)
                        .map(name -> new Filter(filter.getKey(), filter.getValue(), name)))
                .toList();
        return Future.all(named).map(all -> named.stream().map(Future::result).toList());
    }
}
