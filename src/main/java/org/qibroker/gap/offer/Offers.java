package org.qibroker.gap.offer;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.ItemSpec;
import org.qibroker.gap.offer.BestOffer.BestLine;
import org.qibroker.gap.wish.Wish;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.Matching;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.criteria.AskedItem;
import org.qibroker.matching.criteria.Gates;
import org.qibroker.matching.criteria.KindReading;
import org.qibroker.matching.pages.MatchDrawing;
import org.qibroker.platform.Platform;
import org.qibroker.shared.RegionTime;

/** What the scopes of the moment have for what is wished. */
public final class Offers {
    private static final int MOST_LINES = 5;
    private static final int MOST_LOOKED_AT = 2000;
    private static final int MOST_WISHES = 12;

    private final Platform platform;
    private final MatchContext.Reference reference;
    private final Supplier<ScopeView> scopes;
    private final Matching matching;

    /** What these scopes have, as matching finds it. */
    public Offers(Platform platform, MatchContext.Reference reference, Supplier<ScopeView> scopes, Matching matching) {
        this.platform = platform;
        this.reference = reference;
        this.scopes = scopes;
        this.matching = matching;
    }

    /** The best that the region offers of what is wished, off the event loop. */
    public Future<BestOffer> best(ItemSpec wished) {
        ScopeView view = scopes.get();
        return platform.vertx().executeBlocking(() -> best(wished, view), false);
    }

    private BestOffer best(ItemSpec wished, ScopeView view) {
        AskedItem item = AskedItem.of(wished, reference.units());
        Gates gates = new Gates(item, reference.thesaurus());
        KindReading reading = new KindReading(item);
        List<Capability> lines = view.linesOfSubjectKeys(wished.family(), gates.subjectKeys(), today()).stream()
                .limit(MOST_LOOKED_AT)
                .map(reading::read)
                .filter(line -> gates.pass(line))
                .toList();
        List<Capability> best = BestLines.of(lines, item, MOST_LINES);
        return new BestOffer(
                (best.isEmpty() ? lines : best)
                        .stream()
                                .limit(MOST_LINES)
                                .map(line -> BestLine.of(line, view))
                                .toList(),
                MatchDrawing.of(item, best));
    }

    /** Who meets the wishes that count by now, the most first; of many different ones the newest are looked at. */
    public Future<List<Proposal>> proposals(Collection<Wish> wishes) {
        List<ItemSpec> different = wishes.stream()
                .filter(Wish::live)
                .sorted(Comparator.comparing(Wish::createdAt).reversed())
                .map(Wish::asked)
                .distinct()
                .limit(MOST_WISHES)
                .toList();
        Future<List<List<Candidate>>> all = Future.succeededFuture(new ArrayList<>());
        for (ItemSpec wish : different) {
            all = all.compose(found -> candidates(wish).map(more -> {
                found.add(more);
                return found;
            }));
        }
        return all.map(Proposal::of);
    }

    private Future<List<Candidate>> candidates(ItemSpec wish) {
        return matching.match(MatchRequest.of(List.of(wish)))
                .map(answer -> answer.items().get(0).candidates());
    }

    /** A line that holds today; empty if there is none of that id, or it does not hold. */
    public Optional<Capability> holding(UUID capability) {
        return scopes.get().line(capability).filter(line -> line.validOn(today()));
    }

    private LocalDate today() {
        return RegionTime.day(platform.clock().instant());
    }
}
