package org.qibroker.insight.count;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.qibroker.insight.count.CountRepository.Some;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.time.WorkCalendar;

/** Keeps facts and their sums as the log wants them, whichever stream reaches it first. */
public final class FigureFollower implements Projection {
    /** Kind of the events that tell of visits. */
    public static final String VISITS = "visit";

    private static final Set<String> KINDS = Set.of(
            "organisation", "demand", "match", "gap", "booking", "rating", "quote", "complaint", "resource", VISITS);
    private static final Set<String> QUOTE_ANSWERS = Set.of("quote-given", "quote-declined");
    private static final String STEERING = "COORDINATOR";
    private static final String LATE = "booking-late-";

    private static final Set<String> OVER = Set.of("demand-cancelled", "demand-closed");

    private final Sums sums;
    private final Capacity capacity;

    private FigureFollower(Sums sums, WorkCalendar calendar) {
        this.sums = sums;
        this.capacity = new Capacity(sums, calendar);
    }

    /** Counts each event as it comes. */
    public static FigureFollower counting(WorkCalendar calendar) {
        return new FigureFollower(new Sums(true), calendar);
    }

    /** Only notes what counts, for {@link CountRepository#countAll} at the end. */
    static FigureFollower noting(WorkCalendar calendar) {
        return new FigureFollower(new Sums(false), calendar);
    }

    @Override
    public String name() {
        return "uptake";
    }

    @Override
    public Set<String> kinds() {
        return KINDS;
    }

    @Override
    public Future<Void> apply(SqlConnection tx, LoggedEvent event) {
        Said said = new Said(event.data());
        return switch (event.kind()) {
            case "organisation" -> organisation(tx, event, said);
            case "demand" -> demand(tx, event, said);
            case "match" -> add(tx, event, FactRules.match(event, said));
            case "gap" -> gap(tx, event, said);
            case "booking" -> booking(tx, event, said);
            case "rating" -> add(tx, event, FactRules.rating(event, said));
            case "quote" -> quote(tx, event, said);
            case "complaint" -> complaint(tx, event, said);
            case "resource" -> capacity.stated(tx, event);
            default -> add(tx, event, FactRules.visit(event, said));
        };
    }

    private Future<Void> organisation(SqlConnection tx, LoggedEvent event, Said said) {
        Some some = Some.ofEnterprise(event.stream());
        return switch (event.type()) {
            case "organisation-registered", "organisation-restated" ->
                sums.around(tx, some, () -> KnownRepository.district(tx, event.stream(), said.textIfSaid("district")))
                        .compose(known -> KnownRepository.unverified(
                                tx, event.stream(), !said.texts("roles").contains(STEERING)));
            case "organisation-district-changed" ->
                sums.around(tx, some, () -> KnownRepository.district(tx, event.stream(), said.textIfSaid("district")));
            case "organisation-verified", "organisation-refused" ->
                KnownRepository.unverified(tx, event.stream(), false);
            case "organisation-profiled" ->
                sums.around(tx, some, () -> KnownRepository.profile(tx, event.stream(), said));
            default -> Future.succeededFuture();
        };
    }

    private Future<Void> demand(SqlConnection tx, LoggedEvent event, Said said) {
        List<Fact> facts = FactRules.demand(event, said);
        if (OVER.contains(event.type())) {
            return sums.around(tx, Some.ofDemand(event.stream()), () -> KnownRepository.demandOver(tx, event.stream()));
        }
        return facts.isEmpty()
                ? Future.succeededFuture()
                : sums.around(tx, Some.ofDemand(event.stream()), () -> KnownRepository.demand(tx, event.stream(), said))
                        .compose(known -> add(tx, event, facts));
    }

    private Future<Void> gap(SqlConnection tx, LoggedEvent event, Said said) {
        UUID item = said.id("demandItemId");
        return item == null || !event.type().equals("gap-corrected")
                ? Future.succeededFuture()
                : sums.around(tx, Some.unmet(item), () -> KnownRepository.gap(tx, item, FactRules.gap(said)));
    }

    private Future<Void> booking(SqlConnection tx, LoggedEvent event, Said said) {
        if (said.id("enterpriseId") == null || said.id("providerId") == null) {
            return Future.succeededFuture();
        }
        if (!said.says("from")) {
            return sums.around(tx, Some.ofBooking(event.stream()), () -> KnownRepository.booking(tx, event, said))
                    .compose(known -> add(tx, event, FactRules.booking(event, said, event.at())))
                    .compose(added -> served(tx, event, said))
                    .compose(served -> capacity.used(tx, event, said));
        }
        return step(tx, event, said).compose(done -> capacity.used(tx, event, said));
    }

    private Future<Void> served(SqlConnection tx, LoggedEvent event, Said said) {
        UUID[] items = said.ids("demandItemIds").toArray(UUID[]::new);
        return items.length == 0
                ? Future.succeededFuture()
                : sums.around(tx, Some.unbooked(items), () -> KnownRepository.serves(tx, event.stream(), items));
    }

    private Future<Void> step(SqlConnection tx, LoggedEvent event, Said said) {
        boolean late = event.type().startsWith(LATE);
        if (said.text("from").equals(said.text("to")) && !late && !event.type().equals("booking-reported")) {
            return Future.succeededFuture();
        }
        return KnownRepository.stands(tx, event.stream(), said.text("to"), late)
                .compose(stands -> since(
                        KnownRepository.bookingAsked(tx, event.stream()),
                        asked -> add(tx, event, FactRules.booking(event, said, asked))))
                .compose(added -> Capacity.UNDONE.contains(said.text("to"))
                        ? servesNoMore(tx, event.stream())
                        : Future.succeededFuture());
    }

    private Future<Void> servesNoMore(SqlConnection tx, UUID booking) {
        return KnownRepository.servedBy(tx, booking)
                .compose(items -> items.length == 0
                        ? Future.succeededFuture()
                        : sums.around(tx, Some.unbooked(items), () -> KnownRepository.servesNoMore(tx, booking)));
    }

    private Future<Void> quote(SqlConnection tx, LoggedEvent event, Said said) {
        if (event.type().equals("quote-requested")) {
            return KnownRepository.quote(tx, event.stream(), event.at());
        }
        return QUOTE_ANSWERS.contains(event.type())
                ? since(
                        KnownRepository.quoteAsked(tx, event.stream()),
                        asked -> add(tx, event, FactRules.quote(event, said, asked)))
                : Future.succeededFuture();
    }

    private static Future<Void> since(Future<Optional<Instant>> asked, Function<Instant, Future<Void>> then) {
        return asked.compose(found -> found.map(then).orElseGet(Future::succeededFuture));
    }

    private static Future<Void> complaint(SqlConnection tx, LoggedEvent event, Said said) {
        UUID enterprise = said.id("enterpriseId");
        return enterprise == null
                ? Future.succeededFuture()
                : KnownRepository.complaint(
                        tx, event.stream(), enterprise, !said.text("state").equals("CLOSED"));
    }

    private Future<Void> add(SqlConnection tx, LoggedEvent event, List<Fact> facts) {
        if (facts.isEmpty()) {
            return Future.succeededFuture();
        }
        return active(tx, event, facts)
                .compose(known -> CountRepository.add(tx, event, facts))
                .compose(added -> sums.put(tx, Some.ofEvent(event.position())));
    }

    /** Lets an enterprise that asks for something be known to have done so, first perhaps. */
    private Future<Void> active(SqlConnection tx, LoggedEvent event, List<Fact> facts) {
        if (facts.stream().noneMatch(fact -> fact.measure().asks())) {
            return Future.succeededFuture();
        }
        UUID enterprise = facts.get(0).about().enterprise();
        LocalDate month = Fact.month(event.at());
        return KnownRepository.firstActive(tx, enterprise)
                .compose(first -> first == null || month.isBefore(first)
                        ? sums.around(
                                tx, Some.ofEnterprise(enterprise), () -> KnownRepository.active(tx, enterprise, month))
                        : Future.succeededFuture());
    }
}
