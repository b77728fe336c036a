package org.qibroker.gap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.demand.ItemRules;
import org.qibroker.demand.ItemSpec;
import org.qibroker.gap.GapChanges.Done;
import org.qibroker.gap.GapChanges.Seen;
import org.qibroker.gap.wish.WantedReader;
import org.qibroker.gap.wish.Wish;
import org.qibroker.gap.wish.WishBook;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.shared.Caller;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/** Enterprises that wish for what others asked, too; each is counted once. */
public final class MeToos {
    private static final String FIRST_ITEM = "/items/0";

    private final GapChanges changes;
    private final Organisations organisations;
    private final WantedReader reader;
    private final ItemRules rules;

    MeToos(GapChanges changes, Organisations organisations, WantedReader reader, ItemRules rules) {
        this.changes = changes;
        this.organisations = organisations;
        this.reader = reader;
        this.rules = rules;
    }

    /**
     * The caller's organisation wishes a gap, too; who has said so says it anew. Fails NOT_FOUND, BAD_INPUT for a unit that
     * does not fit, CONFLICT if a request of its own counts already, or the gap is not open.
     */
    Future<Gap> say(UUID id, MeToo said, Caller caller) {
        return organisations
                .get(caller.organisation())
                .compose(enterprise -> changes.change(id, null, caller, (tx, seen) -> say(tx, seen, said, enterprise)));
    }

    private Future<Done> say(SqlConnection tx, Seen seen, MeToo said, Organisation enterprise) {
        if (seen.gap().state() != GapState.OPEN) {
            throw Refusal.conflict("gap-not-open");
        }
        List<Wish> own = own(seen, enterprise.id());
        if (own.stream().anyMatch(wish -> !wish.meToo())) {
            throw Refusal.conflict("gap-wished-already");
        }
        Wish wish = wish(seen, said, enterprise);
        return takeBack(tx, own)
                .compose(done -> WishBook.add(tx, wish))
                .map(done -> new Done("gap-joined", Map.of("wish", wish.id(), "asked", wish.asked()), Set.of()));
    }

    private Wish wish(Seen seen, MeToo said, Organisation enterprise) {
        Wish first = seen.wishes().stream()
                .filter(wish -> wish.id().equals(seen.gap().id()))
                .findFirst()
                .orElseThrow();
        ItemSpec asked = said.like(
                first.asked(),
                reader.quantity(first.asked()).map(QuantityKind::key).orElse(null));
        List<FieldFault> faults = rules.faults(List.of(asked)).stream()
                .map(fault -> new FieldFault(fault.pointer().replace(FIRST_ITEM, ""), fault.code(), fault.arguments()))
                .toList();
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        UUID id = changes.newId();
        return new Wish(
                id,
                null,
                first.id(),
                enterprise.id(),
                enterprise.district(),
                first.foundType(),
                first.reason(),
                asked,
                reader.read(asked, first.foundType()).under(first.wanted().key()),
                null,
                id,
                changes.now(),
                null);
    }

    /** The caller's organisation takes it back; nothing happens where nothing was said. Fails NOT_FOUND. */
    Future<Gap> takeBack(UUID id, Caller caller) {
        return changes.change(id, null, caller, (tx, seen) -> {
            List<Wish> own = own(seen, caller.organisation()).stream()
                    .filter(Wish::meToo)
                    .toList();
            return takeBack(tx, own).map(done -> left(own));
        });
    }

    private static @Nullable Done left(List<Wish> own) {
        return own.isEmpty()
                ? null
                : new Done("gap-left", Map.of("wish", own.get(0).id()), Set.of());
    }

    private Future<Void> takeBack(SqlConnection tx, List<Wish> own) {
        Future<Void> done = Future.succeededFuture();
        for (Wish wish : own) {
            if (wish.meToo()) {
                done = done.compose(before -> WishBook.takeBack(tx, wish, changes.now()));
            }
        }
        return done;
    }

    private static List<Wish> own(Seen seen, UUID enterprise) {
        return seen.wishes().stream()
                .filter(wish -> wish.live() && wish.enterpriseId().equals(enterprise))
                .toList();
    }
}
