package org.qibroker.quote.award;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.order.Award;
import org.qibroker.booking.order.BookingRequest;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.ScopeView;
import org.qibroker.platform.Platform;
import org.qibroker.quote.Asked;
import org.qibroker.quote.Dossier;
import org.qibroker.quote.Quote;
import org.qibroker.quote.QuoteRequest;
import org.qibroker.quote.Quotes;
import org.qibroker.quote.award.AwardRules.Won;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Money;
import org.qibroker.shared.Refusal;

/** Takes offers: each becomes bookings on the terms offered, all of them or none. */
public final class Awards {
    private final Platform platform;
    private final Quotes quotes;
    private final Bookings bookings;
    private final Supplier<ScopeView> scopes;
    private final AwardRules rules;

    /** Awards of quotes, with the scopes of the moment. */
    public Awards(
            Platform platform, Quotes quotes, Bookings bookings, Supplier<ScopeView> scopes, Comparison comparison) {
        this.platform = platform;
        this.quotes = quotes;
        this.bookings = bookings;
        this.scopes = scopes;
        this.rules = new AwardRules(comparison);
    }

    /**
     * What is to be awarded.
     *
     * @param choices offers, all of one demand
     * @param rest whether those who are not chosen lose even where something is left to win
     */
    public record Order(List<Choice> choices, boolean rest) {
        /** Copies the choices. */
        public Order {
            choices = List.copyOf(choices);
        }
    }

    /** Takes one offer, or some of it; fails as {@link #award} does, NOT_FOUND if it is none of the caller's demands. */
    public Future<List<Booking>> awardOne(UUID quoteId, Order order, Caller caller) {
        return quotes.ofQuote(quoteId, caller).compose(dossier -> {
            if (!caller.belongsTo(dossier.request().parties().enterpriseId())) {
                throw new Refusal(Refusal.Kind.FORBIDDEN, "not-yours-to-do");
            }
            return award(dossier.request().asked().demandId(), order, caller);
        });
    }

    /**
     * Takes offers for items of a demand of the caller's: makes a booking, accepted, of what one site does on one resource
     * with as many pieces each, and tells everybody who has nothing left to win. Fails NOT_FOUND if it is not the
     * caller's, CONFLICT if an offer cannot be taken, an item was awarded already or no place is left before the day
     * promised, BAD_INPUT for what was not offered.
     */
    public Future<List<Booking>> award(UUID demandId, Order order, Caller caller) {
        return platform.database().transaction(tx -> quotes.locked(tx, demandId).compose(dossiers -> {
            if (dossiers.stream()
                    .noneMatch(d -> caller.belongsTo(d.request().parties().enterpriseId()))) {
                throw Refusal.notFound("demand");
            }
            List<Won> won = AwardRules.won(dossiers, order.choices(), quotes.today());
            return book(tx, won, caller)
                    .compose(made -> settle(tx, rules.outcome(dossiers, won, order.rest()), dossiers, caller)
                            .map(made));
        }));
    }

    /** What items have in common that become one booking: where they are done, on what, and how many pieces there are. */
    private record Kin(UUID site, @Nullable UUID resource, int pieces) {}

    /** What becomes one booking. */
    private record Part(Won won, List<Quote.Item> items, Kin kin) {}

    private Future<List<Booking>> book(SqlConnection tx, List<Won> won, Caller caller) {
        List<Part> parts = won.stream().flatMap(one -> parts(one).stream()).toList();
        return bookings.award(tx, parts.stream().map(Awards::booked).toList(), caller)
                .compose(made -> take(tx, parts, made).map(made));
    }

    private List<Part> parts(Won won) {
        Map<UUID, Integer> pieces = new HashMap<>();
        won.dossier().request().asked().items().forEach(item -> pieces.put(item.demandItemId(), item.pieces()));
        Map<Kin, List<Quote.Item>> grouped = new LinkedHashMap<>();
        for (Quote.Item item : won.items()) {
            List<Capability> lines = lines(item);
            int count = pieces.getOrDefault(item.demandItemId(), 1);
            grouped.computeIfAbsent(new Kin(lines.get(0).siteId(), resource(lines), count), kin -> new ArrayList<>())
                    .add(item);
        }
        List<Part> parts = new ArrayList<>();
        grouped.forEach((kin, items) -> parts.add(new Part(won, items, kin)));
        return parts;
    }

    private List<Capability> lines(Quote.Item item) {
        ScopeView view = scopes.get();
        return item.capabilityIds().stream()
                .map(id -> view.line(id).orElseThrow(() -> Refusal.conflict("quote-line-gone")))
                .toList();
    }

    private static @Nullable UUID resource(List<Capability> lines) {
        return lines.stream()
                .map(line -> line.terms().resourceId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Award booked(Part part) {
        Asked asked = part.won().dossier().request().asked();
        BookingRequest order = new BookingRequest(
                part.items().stream()
                        .flatMap(item -> item.capabilityIds().stream())
                        .distinct()
                        .toList(),
                asked.demandId(),
                part.items().stream().map(Quote.Item::demandItemId).toList(),
                part.kin().resource(),
                null,
                null,
                null,
                part.kin().pieces(),
                terms(part));
        long fen = part.items().stream().mapToLong(item -> item.net().amount()).reduce(0, Math::addExact);
        return new Award(
                order,
                Money.fen(fen),
                part.items().stream()
                        .map(Quote.Item::finishBy)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private static @Nullable String terms(Part part) {
        List<String> terms = new ArrayList<>();
        String whole = part.won().quote().terms();
        if (whole != null) {
            terms.add(whole);
        }
        part.items().stream().map(Quote.Item::terms).filter(Objects::nonNull).forEach(terms::add);
        return terms.isEmpty() ? null : String.join("\n", terms);
    }

    private Future<Void> take(SqlConnection tx, List<Part> parts, List<Booking> made) {
        Future<Void> done = Future.succeededFuture();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            UUID booking = made.get(i).id();
            Quotes.Taken taken = new Quotes.Taken(
                    part.won().quote().id(),
                    part.items().stream().map(Quote.Item::demandItemId).toList(),
                    booking);
            done = done.compose(before -> quotes.take(tx, taken));
        }
        return done;
    }

    private Future<Void> settle(SqlConnection tx, List<QuoteRequest> changed, List<Dossier> dossiers, Caller caller) {
        Map<UUID, Dossier> byId = new HashMap<>();
        dossiers.forEach(dossier -> byId.put(dossier.request().id(), dossier));
        Future<Void> done = Future.succeededFuture();
        for (QuoteRequest request : changed) {
            Quote quote =
                    Objects.requireNonNull(byId.get(request.id())).current().orElse(null);
            done = done.compose(before -> quotes.settle(tx, request, quote, caller));
        }
        return done;
    }
}
