package org.qibroker.catalog.directory;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Place;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.directory.DirectoryFilter.Choice;
import org.qibroker.catalog.directory.DirectoryFilter.Entry;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.PageRequest;

/** The providers that have a profile, filtered, counted, and with what each can do. */
public final class Directory {
    private final Catalog catalog;
    private final ScopeIndex index;
    private final Profiles profiles;
    private final Standings standings;

    /** A directory of the scopes in memory. */
    public Directory(Platform platform, Catalog catalog, ScopeIndex index, UnitRegistry units, Standings standings) {
        this.catalog = catalog;
        this.index = index;
        this.profiles = new Profiles(platform, units);
        this.standings = standings;
    }

    /** How many providers have a value, with the other choices as they are. */
    record Count(String value, int count) {}

    /**
     * A part of the list.
     *
     * @param facets for each choice its values, those of most providers first; what is chosen of the same is ignored
     */
    record Found(List<Entry> items, @Nullable String next, int total, Map<Choice, List<Count>> facets) {}

    /** The providers looked for, in the order they came. */
    Future<Found> find(DirectoryFilter filter, PageRequest page) {
        UUID after = Place.id(page.cursor());
        return all().map(all -> found(filter, all, after, page.limit()));
    }

    private static Found found(DirectoryFilter filter, List<Entry> all, @Nullable UUID after, int limit) {
        List<Entry> fit =
                all.stream().filter(entry -> filter.admitsBut(null, entry)).toList();
        List<Entry> rest = fit.stream()
                .filter(entry -> after == null || entry.provider().id().compareTo(after) > 0)
                .toList();
        List<Entry> shown = rest.subList(0, Math.min(limit, rest.size()));
        String next = rest.size() > shown.size()
                ? Cursor.of(shown.get(shown.size() - 1).provider().id())
                : null;
        return new Found(shown, next, fit.size(), facets(filter, all));
    }

    private Future<List<Entry>> all() {
        ScopeView view = index.view();
        LocalDate day = catalog.today();
        List<Provider> providers =
                view.providers().sorted(Comparator.comparing(Provider::id)).toList();
        return profiles.of(providers.stream().map(Provider::id).toList(), view, day)
                .map(known -> providers.stream()
                        .map(provider -> new Entry(provider, known.getOrDefault(provider.id(), Profile.EMPTY), day))
                        .toList());
    }

    private static Map<Choice, List<Count>> facets(DirectoryFilter filter, List<Entry> all) {
        Map<Choice, List<Count>> facets = new EnumMap<>(Choice.class);
        for (Choice choice : Choice.values()) {
            Map<String, Integer> counts = new TreeMap<>();
            all.stream().filter(entry -> filter.admitsBut(choice, entry)).forEach(entry -> entry.values(choice)
                    .forEach(value -> counts.merge(value, 1, Integer::sum)));
            List<Count> counted = new ArrayList<>();
            counts.forEach((value, count) -> counted.add(new Count(value, count)));
            counted.sort(Comparator.comparingInt(Count::count).reversed());
            facets.put(choice, counted);
        }
        return facets;
    }

    /** What one provider can do, and how it kept what it promised. */
    public Future<Glance> glance(UUID provider) {
        Future<Profile> profile = profiles.of(List.of(provider), index.view(), catalog.today())
                .map(known -> known.getOrDefault(provider, Profile.EMPTY));
        return Future.all(profile, standings.of(provider)).map(all -> new Glance(all.resultAt(0), all.resultAt(1)));
    }

    /** A provider at a glance. */
    public record Glance(Profile profile, Standings.Standing standing) {}
}
