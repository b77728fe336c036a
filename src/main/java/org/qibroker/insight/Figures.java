package org.qibroker.insight;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.account.profile.Industries;
import org.qibroker.insight.EntryRepository.After;
import org.qibroker.insight.Uptake.Row;
import org.qibroker.insight.Uptake.Values;
import org.qibroker.insight.UptakeRepository.Parts;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Cursor;
import org.qibroker.platform.http.Inputs;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/**
 * The figures of uptake. Coordinators of the city see all, those of a district theirs; one whose organisation says no
 * district is the city's. Whoever else may see figures sees those of the city, of quarters, and none that gives single
 * enterprises away.
 */
public final class Figures {
    private static final String START = "9999999999999999";

    private final Platform platform;
    private final Names names;
    private final WantedReader reader;

    Figures(Platform platform, Organisations organisations, Industries industries) {
        this.platform = platform;
        this.names = new Names(platform.messages(), organisations, industries);
        this.reader = new WantedReader(industries);
    }

    /**
     * What a query asks for: {@code from}, {@code to} and the filters of {@link Dimension}.
     *
     * @throws Refusal BAD_INPUT at each place that is wrong
     */
    public Wanted wanted(Inputs query) {
        return reader.read(Months.of(query, platform.clock()), query);
    }

    /**
     * The figures of some months, with the months before and the same months of the year before beside them.
     *
     * @param by what the rows are, none if absent
     * @return fails FORBIDDEN for another district than the caller's and for parts in which the caller could tell single
     *     enterprises, BAD_INPUT for dimensions that do not combine
     */
    public Future<Uptake> uptake(Wanted asked, @Nullable Dimension by, Caller caller, Locale locale) {
        return seen(asked, by, caller).compose(wanted -> {
            Months months = wanted.months();
            Future<List<Values>> totals = totals(wanted, List.of(months, months.before(), months.yearBefore()));
            Future<List<Row>> rows = by == null ? Future.succeededFuture(List.of()) : rows(wanted, by, locale);
            return Future.all(totals, rows).map(all -> uptake(wanted, totals.result(), by, rows.result()));
        });
    }

    /** Breakdowns without what goes before them, each of what is asked of it; fails as {@link #uptake}. */
    public Future<Map<Dimension, List<Row>>> breakdowns(Map<Dimension, Wanted> asked, Caller caller, Locale locale) {
        return Future.succeededFuture(sight(caller)).compose(sight -> {
            Map<Dimension, List<Row>> parts = new EnumMap<>(Dimension.class);
            List<Future<?>> reading = new ArrayList<>();
            asked.forEach((by, wanted) ->
                    reading.add(rows(seen(wanted, by, sight), by, locale).onSuccess(rows -> parts.put(by, rows))));
            return Future.all(reading).map(parts);
        });
    }

    /** What somebody sees of what is asked for; fails FORBIDDEN as {@link #uptake}. */
    public Future<Wanted> seen(Wanted asked, Caller caller) {
        return seen(asked, null, caller);
    }

    private Future<Wanted> seen(Wanted asked, @Nullable Dimension by, Caller caller) {
        return Future.succeededFuture(sight(caller)).map(sight -> seen(asked, by, sight));
    }

    private static Wanted seen(Wanted asked, @Nullable Dimension by, Sight sight) {
        if (!sight.enterprises() && by == Dimension.PROVIDER) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "enterprises-not-seen");
        }
        return sight.of(asked).checked(by).shownTo(sight.enterprises());
    }

    private static Sight sight(Caller caller) {
        return new Sight(caller.district(), caller.has(Role.COORDINATOR));
    }

    private static Uptake uptake(Wanted wanted, List<Values> totals, @Nullable Dimension by, List<Row> rows) {
        return new Uptake(wanted, totals.get(0), totals.get(1), totals.get(2), by, rows);
    }

    private Future<List<Values>> totals(Wanted wanted, List<Months> periods) {
        return platform.database()
                .read(client -> UptakeRepository.counts(client, Parted.periods(wanted, periods)))
                .compose(parts -> Future.join(IntStream.range(0, periods.size())
                                .mapToObj(place -> shown(
                                        wanted,
                                        values(wanted, parts.of(String.valueOf(place + 1))),
                                        periods.get(place)))
                                .toList())
                        .map(all -> all.<Values>list()));
    }

    private Future<Values> shown(Wanted wanted, Values values, Months period) {
        return wanted.enterprises()
                ? Future.succeededFuture(values)
                : behind(period, null).map(behind -> Suppression.whole(values, behind.getOrDefault("", Map.of())));
    }

    private Future<Map<String, Map<String, Long>>> behind(Months months, @Nullable Dimension by) {
        return platform.database().read(client -> EnterpriseRepository.behind(client, months, by));
    }

    private Future<List<Row>> rows(Wanted wanted, Dimension by, Locale locale) {
        return platform.database()
                .read(client -> UptakeRepository.counts(client, Parted.by(wanted, by)))
                .compose(parts -> {
                    Collection<String> keys = keys(wanted, by, parts);
                    return names.of(by, keys, locale).map(naming -> rows(wanted, by, parts, new Named(keys, naming)));
                })
                .compose(rows -> wanted.enterprises()
                        ? Future.succeededFuture(rows)
                        : behind(wanted.months(), by).map(behind -> Suppression.parts(rows, behind)));
    }

    private Collection<String> keys(Wanted wanted, Dimension by, Parts parts) {
        String only = wanted.filter(by);
        Set<String> keys = new LinkedHashSet<>(only == null ? names.known(by, wanted.months()) : List.of(only));
        parts.all().keySet().stream().filter(key -> !key.isEmpty()).sorted().forEach(keys::add);
        if (parts.all().containsKey("")) {
            keys.add("");
        }
        return keys;
    }

    private record Named(Collection<String> keys, UnaryOperator<String> name) {}

    private static List<Row> rows(Wanted wanted, Dimension by, Parts parts, Named named) {
        List<Row> rows = new ArrayList<>();
        named.keys().forEach(key -> rows.add(new Row(key, named.name().apply(key), values(wanted, parts.of(key)))));
        if (by == Dimension.PROVIDER) {
            rows.sort(Comparator.comparing(Figures::booked).reversed().thenComparing(Row::name));
        }
        return List.copyOf(rows);
    }

    private static long booked(Row row) {
        Number booked = row.values().of(Figure.BOOKED);
        return booked == null ? 0 : booked.longValue();
    }

    private static Values values(Wanted wanted, Counts counts) {
        Map<Figure, Number> values = new EnumMap<>(Figure.class);
        Map<Figure, Long> cases = new EnumMap<>(Figure.class);
        for (Figure figure : wanted.figures()) {
            Number value = figure.of(counts);
            Long of = figure.cases(counts);
            if (value != null) {
                values.put(figure, value);
            }
            if (of != null) {
                cases.put(figure, of);
            }
        }
        return new Values(values, cases, List.of());
    }

    /** What a figure counts, one by one, the newest first; fails as {@link #uptake}. */
    public Future<Page<Entry>> entries(Figure figure, Wanted asked, PageRequest page, Caller caller) {
        After after = after(page);
        return seen(asked, null, caller)
                .compose(wanted -> platform.database()
                        .read(client -> EntryRepository.list(client, figure, wanted, after, page.limit() + 1)))
                .map(entries -> page(entries, page));
    }

    /** Names of organisations. */
    public Future<Map<UUID, Organisation>> organisations(Collection<UUID> ids) {
        return names.organisations(ids);
    }

    /** Names of the enterprises and providers of entries. */
    public Future<Map<UUID, Organisation>> parties(List<Entry> entries) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (Entry entry : entries) {
            ids.add(entry.enterpriseId());
            if (entry.providerId() != null) {
                ids.add(entry.providerId());
            }
        }
        return names.organisations(ids);
    }

    private static After after(PageRequest page) {
        try {
            List<String> parts = page.cursor() == null
                    ? List.of(START, new UUID(-1, -1).toString())
                    : Cursor.parts(page.cursor(), 2);
            return new After(Long.parseLong(parts.get(0)), UUID.fromString(parts.get(1)));
        } catch (IllegalArgumentException e) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(e);
        }
    }

    private static Page<Entry> page(List<Entry> entries, PageRequest page) {
        if (entries.size() <= page.limit()) {
            return new Page<>(entries, null, null);
        }
        Entry last = entries.get(page.limit() - 1);
        return new Page<>(
                entries.subList(0, page.limit()), Cursor.of(last.event().position(), last.subject()), null);
    }

    /** The name of a value of a dimension. */
    public Future<String> name(Dimension dimension, String value, Locale locale) {
        return names.of(dimension, List.of(value), locale).map(naming -> naming.apply(value));
    }
}
