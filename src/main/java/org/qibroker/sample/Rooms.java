package org.qibroker.sample;

import io.vertx.core.Future;
import java.util.List;
import org.qibroker.account.AccountModule;
import org.qibroker.account.verification.Verifications;
import org.qibroker.booking.BookingModule;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.paper.PaperModule;
import org.qibroker.booking.paper.Papers;
import org.qibroker.catalog.CatalogModule;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.catalog.Terminology;
import org.qibroker.catalog.lines.ScopeOffer;
import org.qibroker.catalog.lines.ScopeWriter;
import org.qibroker.custody.CustodyModule;
import org.qibroker.demand.Demands;
import org.qibroker.feedback.FeedbackModule;
import org.qibroker.ledger.Ledger;
import org.qibroker.ledger.LedgerModule;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.MatchingModule;
import org.qibroker.matching.SubjectSuggestions;
import org.qibroker.matching.rank.RecordStandings;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.security.SigningKeys;
import org.qibroker.quote.QuoteModule;
import org.qibroker.report.ReportArchive;
import org.qibroker.report.ReportModule;
import org.qibroker.resource.ResourceModule;
import org.qibroker.resource.Workplaces;
import org.qibroker.shared.Caller;
import org.qibroker.standards.Equivalences;

/** The features, on a platform whose clock the sample sets. */
final class Rooms {
    private final Platform platform;
    private final AccountModule account;
    private final CatalogModule catalog;
    private final ScopeIndex scopes;
    private final Demands demands;
    private final MatchingModule matching;
    private final BookingModule booking;
    private final ReportArchive archive;

    Rooms(Platform platform, SigningKeys keys) {
        UnitRegistry units = UnitRegistry.standard();
        this.platform = platform;
        this.account = new AccountModule(platform, keys);
        this.scopes = new ScopeIndex(units, Terminology.NONE);
        this.catalog =
                new CatalogModule(platform, units, scopes, account.organisations(), new RecordStandings(platform));
        this.demands = new Demands(platform, units);
        ResourceModule resources = resources(provider -> List.of());
        Thesaurus thesaurus = Thesaurus.standard();
        this.matching = new MatchingModule(
                platform,
                new MatchContext.Reference(units, Equivalences.standard(), thesaurus, platform.calendar()),
                new MatchingModule.Supply(
                        scopes::view, resources.capacity(), new SubjectSuggestions(thesaurus, scopes::view)),
                demands,
                account.organisations());
        this.archive = new ReportArchive(platform);
        this.booking = new BookingModule(
                platform, catalog, resources, new BookingModule.Neighbours(account.organisations(), demands, archive));
    }

    People people() {
        return new People(account, platform.database());
    }

    /** What organisations state. */
    Verifications verifications() {
        return account.verifications();
    }

    CatalogModule catalog() {
        return catalog;
    }

    Ledger ledger() {
        return new LedgerModule(platform, demands, UnitRegistry.standard()).ledger();
    }

    ScopeIndex scopes() {
        return scopes;
    }

    Demands demands() {
        return demands;
    }

    ResourceModule resources(Workplaces workplaces) {
        return new ResourceModule(platform, workplaces, account.organisations());
    }

    Orders orders(People people, Requests requests) {
        ResourceModule resources = resources(provider -> List.of());
        Bookings bookings = booking.bookings();
        CustodyModule custody =
                new CustodyModule(platform, bookings, demands, catalog.catalog(), resources.resources());
        ReportModule report = new ReportModule(platform, bookings, archive, papers());
        FeedbackModule feedback = new FeedbackModule(platform, bookings, new RecordStandings(platform));
        Errands errands = new Errands(
                bookings, custody.samples(), report.reports(), feedback.rating().ratings());
        return new Orders(new Orders.Doors(bookings, errands), resources.resources(), scopes, people, requests);
    }

    /** Quotes that become bookings. */
    Inquiries inquiries(People people, Requests requests) {
        QuoteModule.Needs needs = new QuoteModule.Needs(
                UnitRegistry.standard(), scopes::view, account.organisations(), demands, matching.matching());
        QuoteModule quote = new QuoteModule(platform, needs, booking.bookings());
        return new Inquiries(quote.quotes(), people, requests);
    }

    /** What comes after the work. */
    Afterwards afterwards(People people) {
        FeedbackModule feedback = new FeedbackModule(platform, booking.bookings(), new RecordStandings(platform));
        return new Afterwards(booking.bookings(), feedback, papers(), people);
    }

    private Papers papers() {
        Papers.Sources sources = new Papers.Sources(account.organisations(), catalog.catalog(), demands);
        return new PaperModule(platform, booking.bookings(), sources).papers();
    }

    Requests.Submission submission() {
        return matching.submissions()::submit;
    }

    /** States the lines of a scope. */
    Future<Void> publish(ScopeOffer offer, Caller caller) {
        ScopeWriter writer = new ScopeWriter(platform, catalog.catalog());
        return platform.database()
                .transaction(tx -> writer.publish(tx, offer, caller))
                .mapEmpty();
    }

    /** Lets happen what is due by the sample's clock. */
    Future<Integer> due() {
        return booking.clock().runDue();
    }
}
