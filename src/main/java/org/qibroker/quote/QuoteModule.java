package org.qibroker.quote;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.qibroker.account.Organisations;
import org.qibroker.booking.Bookings;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Demands;
import org.qibroker.matching.Matching;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.time.DueClock;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.quote.award.AwardModule;
import org.qibroker.quote.pages.AskPages;
import org.qibroker.quote.pages.LineChoices;
import org.qibroker.quote.pages.QuotePages;
import org.qibroker.shared.Caller;
import org.qibroker.talk.Part;
import org.qibroker.talk.Seat;
import org.qibroker.talk.Subject;
import org.qibroker.talk.Talk;

/** Wires quotes. */
public final class QuoteModule {
    private final Platform platform;
    private final Quotes quotes;
    private final Talk talk;
    private final AwardModule award;
    private final QuotePages pages;
    private final AskPages askPages;

    /**
     * What quotes are asked for and given with.
     *
     * @param scopes gives the scopes of the moment
     */
    public record Needs(
            UnitRegistry units,
            Supplier<ScopeView> scopes,
            Organisations organisations,
            Demands demands,
            Matching matching) {}

    /** Quotes that become bookings. */
    public QuoteModule(Platform platform, Needs needs, Bookings bookings) {
        Asking asking = new Asking(
                platform, new Asking.Sources(needs.scopes(), needs.demands(), needs.matching(), needs.organisations()));
        QuoteRules rules =
                new QuoteRules(needs.units(), id -> needs.scopes().get().line(id));
        this.platform = platform;
        this.quotes = new Quotes(platform, asking, rules);
        this.talk = new Talk(platform, Subject.QUOTE_REQUEST, this::seat);
        this.award = new AwardModule(
                platform, quotes, new AwardModule.Needs(bookings, needs.scopes(), needs.units(), needs.demands()));
        this.pages = new QuotePages(
                quotes, talk, needs.organisations(), new LineChoices(needs.scopes(), platform.calendar()));
        this.askPages = new AskPages(quotes, needs.demands(), needs.matching(), needs.scopes());
    }

    private Future<Seat> seat(UUID id, Caller caller) {
        return quotes.get(id, caller).map(found -> {
            QuoteRequest request = found.request();
            Side side = Optional.ofNullable(request.side(caller)).orElseThrow();
            return new Seat(Part.valueOf(side.name()), (tx, excerpt) -> new QuoteLog(platform.events())
                    .append(tx, "quote-message-sent", request, null, caller));
        });
    }

    /** The requests and their answers. */
    public Quotes quotes() {
        return quotes;
    }

    /** Comparing and awarding. */
    public AwardModule award() {
        return award;
    }

    /** What lets requests and offers lapse; it does not run before it is started. */
    public DueClock clock() {
        return new DueClock(platform.vertx(), platform.database(), "quotes", quotes::nextDue);
    }

    /** What follows from the logs of demands and bookings. */
    public List<Projection> projections() {
        return List.of(new QuoteFollower(quotes));
    }

    /** Binds the operations of quotes. */
    public void bind(ApiBinder api) {
        new QuoteApi(quotes, platform.idempotency()).bind(api);
        talk.bind(api);
        award.bind(api);
    }

    /** Mounts the pages of quotes. */
    public void mount(PageRouter router) {
        askPages.mount(router);
        pages.mount(router);
        talk.mount(router);
        award.mount(router);
    }
}
