package org.qibroker.gap.wish;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.demand.DemandItem;
import org.qibroker.demand.Demands;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.MatchMade;
import org.qibroker.matching.answer.GapVerdict;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.Json;

/**
 * Records a wish for each item that nobody could serve when its demand was submitted; those of a demand that its
 * enterprise gave up before anything was booked are not counted any more.
 */
public final class WishRecorder implements Projection {
    private final WantedReader reader;
    private final Demands demands;
    private final Organisations organisations;

    /** Records what items of these demands want, for these organisations. */
    public WishRecorder(WantedReader reader, Demands demands, Organisations organisations) {
        this.reader = reader;
        this.demands = demands;
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return "gap";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MatchMade.KIND, "demand");
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        if (event.type().equals("demand-cancelled")) {
            return WishBook.begin(tx).compose(alone -> withdraw(tx, event));
        }
        return event.type().equals(MatchMade.TYPE) ? record(tx, made(event), event) : Future.succeededFuture();
    }

    private static Future<Void> withdraw(SqlConnection tx, LoggedEvent event) {
        return WishRepository.withdraw(tx, event.stream(), event.at()).compose(withdrawn -> {
            Future<Void> done = Future.succeededFuture();
            for (Map.Entry<String, Set<UUID>> key : withdrawn.entrySet()) {
                done = done.compose(before -> WishBook.regroup(tx, key.getKey(), key.getValue()));
            }
            return done;
        });
    }

    private Future<Void> record(SqlConnection tx, MatchMade made, LoggedEvent event) {
        if (made.items().stream().allMatch(item -> item.gap() == null)) {
            return Future.succeededFuture();
        }
        return Future.all(demands.submitted(tx, made.demandId()), organisations.byIds(Set.of(made.enterpriseId())))
                .compose(found -> {
                    Map<UUID, Organisation> enterprise = found.resultAt(1);
                    String district = Optional.ofNullable(enterprise.get(made.enterpriseId()))
                            .map(Organisation::district)
                            .orElse(made.district());
                    return record(tx, new Heard(made, specs(found.resultAt(0)), district, event));
                });
    }

    private static Map<UUID, ItemSpec> specs(List<DemandItem> items) {
        return items.stream().collect(Collectors.toMap(item -> Objects.requireNonNull(item.id()), DemandItem::spec));
    }

    /** A match that was heard of, and what is known beside. */
    private record Heard(MatchMade made, Map<UUID, ItemSpec> specs, @Nullable String district, LoggedEvent event) {}

    private Future<Void> record(SqlConnection tx, Heard heard) {
        Future<Void> done = WishBook.begin(tx);
        for (MatchMade.Outcome outcome : heard.made().items()) {
            ItemSpec spec = heard.specs().get(outcome.itemId());
            GapVerdict gap = outcome.gap();
            if (gap != null && spec != null) {
                Wish wish = wish(heard, outcome.itemId(), spec, gap);
                done = done.compose(before -> WishRepository.insert(tx, wish))
                        .compose(kept -> WishBook.regroup(tx, wish.wanted().key(), Set.of(wish.id())));
            }
        }
        return done;
    }

    /** A wish has the id of its item, so that it is the same whenever it is derived again. */
    private Wish wish(Heard heard, UUID id, ItemSpec spec, GapVerdict gap) {
        return new Wish(
                id,
                heard.made().demandId(),
                null,
                heard.made().enterpriseId(),
                heard.district(),
                gap.type(),
                gap.reason(),
                spec,
                reader.read(spec, gap.type()),
                null,
                id,
                heard.event().at(),
                null);
    }

    private static MatchMade made(LoggedEvent event) {
        try {
            return Json.mapper().treeToValue(event.data(), MatchMade.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event " + event.position() + " cannot be read", e);
        }
    }
}
