package org.qibroker.sample;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.qibroker.demand.Demand;
import org.qibroker.quote.AskQuotes;
import org.qibroker.quote.Asked;
import org.qibroker.quote.QuoteDraft;
import org.qibroker.quote.QuoteRequest;
import org.qibroker.quote.Quotes;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Money;

/** A request for quotes of the sample: two laboratories are asked, one has answered. */
final class Inquiries {
    private static final String DEMAND = "d34";
    private static final long YUAN = 100;

    private final Quotes quotes;
    private final People people;
    private final Requests requests;

    Inquiries(Quotes quotes, People people, Requests requests) {
        this.quotes = quotes;
        this.people = people;
        this.requests = requests;
    }

    /** Puts it on the timeline. */
    void plan(Timeline timeline, SampleDays days) {
        timeline.at(days.at("D-2", "10:00"), "request for quotes", () -> ask(days)
                .onSuccess(asked -> timeline.at(days.at("D-1", "11:20"), "quote", () -> answer(asked.get(1), days))));
    }

    private Future<List<QuoteRequest>> ask(SampleDays days) {
        Demand demand = requests.submitted(DEMAND).orElseThrow();
        Caller enterprise = people.of("machinery");
        AskQuotes ask = new AskQuotes(
                List.of(
                        people.of("institute").organisation(),
                        people.of("precision").organisation()),
                null,
                days.day("D+6"),
                "请报含上门取送的价格。（示例数据）");
        return quotes.ask(demand.id(), ask, enterprise);
    }

    private Future<Quotes.Given> answer(QuoteRequest request, SampleDays days) {
        List<QuoteDraft.Item> items = new ArrayList<>();
        for (Asked.Item item : request.asked().items()) {
            items.add(offer(item, days.day("D+14"), items.isEmpty() ? 0.015 : 3.0, items.isEmpty() ? "mm" : "µm"));
        }
        QuoteDraft draft = new QuoteDraft(days.day("D+30"), "含取送，月结 30 天。（示例数据）", items);
        return quotes.give(request.id(), draft, people.of("precision"));
    }

    private static QuoteDraft.Item offer(Asked.Item item, LocalDate finish, double uncertainty, String unit) {
        return new QuoteDraft.Item(
                item.demandItemId(),
                Money.fen(65 * YUAN * item.pieces()),
                10,
                finish,
                new QuoteDraft.Uncertainty(uncertainty, unit, 2.0),
                null,
                null);
    }
}
