package org.qibroker.quote.award;

import java.util.function.Supplier;
import org.qibroker.booking.Bookings;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Demands;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.quote.Quotes;

/** Wires the comparison and award of quotes. */
public final class AwardModule {
    private final Awards awards;
    private final AwardApi api;
    private final AwardPages pages;

    /**
     * What awards are made with.
     *
     * @param scopes gives the scopes of the moment
     */
    public record Needs(Bookings bookings, Supplier<ScopeView> scopes, UnitRegistry units, Demands demands) {}

    /** Awards of these quotes. */
    public AwardModule(Platform platform, Quotes quotes, Needs needs) {
        Comparison comparison = new Comparison(needs.units());
        this.awards = new Awards(platform, quotes, needs.bookings(), needs.scopes(), comparison);
        this.api = new AwardApi(quotes, awards, comparison, platform.idempotency());
        this.pages = new AwardPages(quotes, awards, comparison, needs.demands());
    }

    /** Takes offers. */
    public Awards awards() {
        return awards;
    }

    /** Binds listQuotes, awardQuote and awardQuotes. */
    public void bind(ApiBinder binder) {
        api.bind(binder);
    }

    /** Mounts the comparison. */
    public void mount(PageRouter router) {
        pages.mount(router);
    }
}
