package org.qibroker.catalog.directory;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.qibroker.catalog.ScopeView;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;

/** Profiles of providers, added up off the event loop and kept while the scopes stay as they are, or for some seconds. */
final class Profiles {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Platform platform;
    private final UnitRegistry units;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    Profiles(Platform platform, UnitRegistry units) {
        this.platform = platform;
        this.units = units;
    }

    private record Kept(ScopeView view, LocalDate day, Instant at, Profile profile) {}

    /** The profiles of these providers, as the view has them on the day. */
    Future<Map<UUID, Profile>> of(Collection<UUID> providers, ScopeView view, LocalDate day) {
        Map<UUID, Profile> known = new HashMap<>();
        providers.forEach(id -> {
            Kept profile = kept.get(id);
            if (profile != null && fresh(profile, view, day)) {
                known.put(id, profile.profile());
            }
        });
        return known.size() == providers.size()
                ? Future.succeededFuture(known)
                : platform.vertx().executeBlocking(() -> completed(known, providers, view, day), false);
    }

    private boolean fresh(Kept profile, ScopeView view, LocalDate day) {
        boolean same = profile.view().equals(view)
                || profile.at().plus(FRESH).isAfter(platform.clock().instant());
        return same && profile.day().equals(day);
    }

    private Map<UUID, Profile> completed(
            Map<UUID, Profile> known, Collection<UUID> providers, ScopeView view, LocalDate day) {
        for (UUID id : providers) {
            known.computeIfAbsent(id, missing -> profiled(missing, view, day));
        }
        return known;
    }

    private Profile profiled(UUID provider, ScopeView view, LocalDate day) {
        Profiler profiler = new Profiler(units);
        view.linesOf(provider).stream().filter(line -> line.validOn(day)).forEach(profiler::add);
        Profile profile = profiler.profile();
        kept.put(provider, new Kept(view, day, platform.clock().instant(), profile));
        return profile;
    }
}
