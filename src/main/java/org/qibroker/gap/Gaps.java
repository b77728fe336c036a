package org.qibroker.gap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.profile.Industries;
import org.qibroker.account.profile.Industries.Industry;
import org.qibroker.gap.GapRepository.Counted;
import org.qibroker.gap.GapRepository.Place;
import org.qibroker.gap.map.GapMap;
import org.qibroker.gap.map.GapMaps;
import org.qibroker.gap.wish.Needs;
import org.qibroker.gap.wish.Wish;
import org.qibroker.gap.wish.WishBook;
import org.qibroker.matching.answer.GapType;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.Cursor;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Page;
import org.qibroker.shared.PageRequest;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/**
 * What the region cannot yet do. Anybody sees what is wished for and by how many; coordinators see who wishes, those of a
 * district only there.
 */
public final class Gaps {
    private static final Place START =
            new Place(Integer.MAX_VALUE, Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final Platform platform;
    private final Industries industries;
    private final Needs needs;
    private final GapMaps maps;

    Gaps(Platform platform, Industries industries, Needs needs) {
        this.platform = platform;
        this.industries = industries;
        this.needs = needs;
        this.maps = new GapMaps(platform);
    }

    /**
     * The gaps that pass a filter, the most wanted first. Fails BAD_INPUT for a district or industry that does not exist, or that
     * is not the caller's to look at.
     */
    public Future<Page<GapView>> list(GapFilter filter, PageRequest page, Caller caller) {
        return Future.succeededFuture(Sight.of(caller)).compose(sight -> {
            GapFilter within = filter.within(sight, industries);
            return platform.database()
                    .read(client -> GapRepository.list(client, within, !sight.steering(), place(page), page.limit() + 1)
                            .compose(found -> shown(client, found, page, sight.in(within.district()))));
        });
    }

    private Future<Page<GapView>> shown(SqlClient client, List<Counted> found, PageRequest page, Sight sight) {
        List<Counted> part = found.subList(0, Math.min(page.limit(), found.size()));
        Place last = found.size() > page.limit() ? part.get(part.size() - 1).place() : null;
        String next = last == null ? null : Cursor.of(last.enterprises(), last.lastAt(), last.id());
        return WishBook.ofGaps(client, part.stream().map(one -> one.gap().id()).toList())
                .map(wishes -> new Page<>(
                        part.stream()
                                .flatMap(one -> view(one.gap(), wishes, sight))
                                .toList(),
                        next,
                        null));
    }

    private Stream<GapView> view(Gap gap, Map<UUID, List<Wish>> wishes, Sight sight) {
        return GapView.of(gap, wishes.getOrDefault(gap.id(), List.of()), sight, needs).stream();
    }

    private static Place place(PageRequest page) {
        if (page.cursor() == null) {
            return START;
        }
        try {
            List<String> parts = Cursor.parts(page.cursor(), 3);
            return new Place(
                    Integer.parseInt(parts.get(0)), Instant.parse(parts.get(1)), UUID.fromString(parts.get(2)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw (Refusal) Refusal.badInput("/cursor", "cursor").initCause(e);
        }
    }

    /** The gap that a wish is one of, by the wish's id or its own; fails NOT_FOUND if there is nothing to see of it. */
    public Future<GapView> get(UUID id, Caller caller) {
        Sight sight = Sight.of(caller);
        return platform.database()
                .read(client -> GapRepository.ofWish(client, id).compose(found -> view(client, found, sight)));
    }

    private Future<GapView> view(SqlClient client, Optional<Gap> found, Sight sight) {
        Gap gap = found.orElseThrow(() -> Refusal.notFound("gap"));
        return WishBook.ofGaps(client, List.of(gap.id()))
                .map(wishes -> view(gap, wishes, sight).findFirst().orElseThrow(() -> Refusal.notFound("gap")));
    }

    /** The names of all industries by their codes. */
    Map<String, String> industries(Locale locale) {
        return industries.all().collect(Collectors.toMap(Industry::code, industry -> industry.name(locale)));
    }

    /** Open gaps by industry and district, of one type if it is given, as far as a coordinator sees them. */
    public Future<GapMap> map(@Nullable GapType type, Caller caller) {
        return maps.map(Sight.of(caller).district(), type);
    }

    /**
     * What coordinators said of a gap the caller has seen.
     *
     * @param correction the one that counts
     * @param notes the newest first
     */
    public record Remarks(Optional<Correction> correction, List<Note> notes) {
        static final Remarks NONE = new Remarks(Optional.empty(), List.of());
    }

    /** What coordinators said of a gap; nothing for others. */
    public Future<Remarks> remarks(GapView view, Caller caller) {
        if (!caller.has(Role.COORDINATOR)) {
            return Future.succeededFuture(Remarks.NONE);
        }
        UUID gap = view.gap().id();
        return platform.database()
                .read(client -> Future.all(GapRepository.correction(client, gap), GapRepository.notes(client, gap))
                        .map(all -> new Remarks(all.resultAt(0), all.resultAt(1))));
    }

    /** The gaps of wishes by the wish, as far as the caller may see them. */
    public Future<Map<UUID, GapView>> byWishes(Collection<UUID> wishes, Caller caller) {
        return platform.database()
                .read(client -> GapRepository.ofWishes(client, wishes).compose(gaps -> WishBook.ofGaps(
                                client, gaps.values().stream().map(Gap::id).toList())
                        .map(members -> views(gaps, members, Sight.of(caller)))));
    }

    private Map<UUID, GapView> views(Map<UUID, Gap> gaps, Map<UUID, List<Wish>> members, Sight sight) {
        Map<UUID, GapView> views = new HashMap<>();
        gaps.forEach((wish, gap) -> view(gap, members, sight).findFirst().ifPresent(view -> views.put(wish, view)));
        return views;
    }
}
