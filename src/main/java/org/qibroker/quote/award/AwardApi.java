package org.qibroker.quote.award;

import io.vertx.core.Future;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking;
import org.qibroker.booking.BookingState;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.ApiCall;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Idempotency;
import org.qibroker.quote.Asked;
import org.qibroker.quote.Dossier;
import org.qibroker.quote.Quote;
import org.qibroker.quote.QuoteView;
import org.qibroker.quote.Quotes;
import org.qibroker.quote.award.Comparison.Compared;
import org.qibroker.quote.award.Comparison.Marks;
import org.qibroker.shared.Money;

/** Comparing and awarding quotes over the API. */
final class AwardApi {
    private final Quotes quotes;
    private final Awards awards;
    private final Comparison comparison;
    private final Idempotency idempotency;

    AwardApi(Quotes quotes, Awards awards, Comparison comparison, Idempotency idempotency) {
        this.quotes = quotes;
        this.awards = awards;
        this.comparison = comparison;
        this.idempotency = idempotency;
    }

    void bind(ApiBinder api) {
        api.bind("listQuotes", this::list);
        api.bind("awardQuote", this::one);
        api.bind("awardQuotes", this::several);
    }

    private Future<ApiReply> list(ApiCall call) {
        return quotes.ofDemand(call.id("id"), call.caller()).map(dossiers -> ApiReply.ok(view(dossiers)));
    }

    private ListView view(List<Dossier> dossiers) {
        List<Quote> current =
                dossiers.stream().flatMap(dossier -> dossier.current().stream()).toList();
        Set<UUID> items = items(dossiers);
        Compared compared = comparison.of(items, current);
        return new ListView(
                dossiers.stream()
                        .flatMap(
                                dossier -> dossier.last().map(quote -> QuoteView.of(dossier.request(), quote)).stream())
                        .toList(),
                new ComparisonView(
                        items.stream()
                                .map(item -> ItemMarks.of(item, compared.of(item)))
                                .toList(),
                        TotalMarks.of(compared.total()),
                        compared.complete()));
    }

    /** What anybody was asked for, in the order of the demand. */
    static Set<UUID> items(Collection<Dossier> dossiers) {
        Set<UUID> items = new LinkedHashSet<>();
        dossiers.forEach(dossier -> dossier.request().asked().items().stream()
                .map(Asked.Item::demandItemId)
                .forEach(items::add));
        return items;
    }

    private Future<ApiReply> one(ApiCall call) {
        UUID quote = call.id("id");
        One body = call.body(One.class);
        Awards.Order order = new Awards.Order(
                List.of(new Choice(quote, body.demandItemIds())), Boolean.TRUE.equals(body.declineRest()));
        return idempotency.once(
                call, () -> awards.awardOne(quote, order, call.caller()).map(AwardApi::made));
    }

    private Future<ApiReply> several(ApiCall call) {
        UUID demand = call.id("id");
        Several body = call.body(Several.class);
        Awards.Order order = new Awards.Order(body.awards(), Boolean.TRUE.equals(body.declineRest()));
        return idempotency.once(
                call, () -> awards.award(demand, order, call.caller()).map(AwardApi::made));
    }

    private static ApiReply made(List<Booking> bookings) {
        String location =
                bookings.size() == 1 ? "/api/v1/bookings/" + bookings.get(0).id() : "/api/v1/bookings";
        return ApiReply.created(
                location, Map.of("bookings", bookings.stream().map(MadeView::of).toList()));
    }

    private record One(
            @Nullable @Size(min = 1, max = 200) List<@NotNull UUID> demandItemIds, @Nullable Boolean declineRest) {}

    private record Several(
            @NotEmpty @Size(max = 20) List<@NotNull @Valid Choice> awards, @Nullable Boolean declineRest) {}

    private record MadeView(
            UUID id,
            String number,
            BookingState state,
            UUID providerId,
            String providerName,
            List<UUID> demandItemIds,
            @Nullable Money price) {
        static MadeView of(Booking booking) {
            return new MadeView(
                    booking.id(),
                    booking.number(),
                    booking.state(),
                    booking.parties().providerId(),
                    booking.parties().providerName(),
                    booking.order().demandItemIds(),
                    booking.order().terms().price());
        }
    }

    private record ListView(List<QuoteView> items, ComparisonView comparison) {}

    private record ComparisonView(List<ItemMarks> items, TotalMarks total, Set<UUID> complete) {}

    private record ItemMarks(UUID demandItemId, Set<UUID> bestPrice, Set<UUID> earliest, Set<UUID> mostAccurate) {
        static ItemMarks of(UUID item, Marks marks) {
            return new ItemMarks(item, marks.bestPrice(), marks.earliest(), marks.mostAccurate());
        }
    }

    private record TotalMarks(Set<UUID> bestPrice, Set<UUID> earliest, Set<UUID> mostAccurate) {
        static TotalMarks of(Marks marks) {
            return new TotalMarks(marks.bestPrice(), marks.earliest(), marks.mostAccurate());
        }
    }
}
