package org.qibroker;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.qibroker.account.AccountModule;
import org.qibroker.account.Organisations;
import org.qibroker.account.privacy.PrivacyModule;
import org.qibroker.audit.AuditModule;
import org.qibroker.booking.BookingModule;
import org.qibroker.booking.Bookings;
import org.qibroker.booking.bundle.BundleModule;
import org.qibroker.booking.bundle.Sources;
import org.qibroker.booking.deadline.DeadlineModule;
import org.qibroker.booking.pages.BookingSection;
import org.qibroker.booking.paper.PaperModule;
import org.qibroker.booking.paper.Papers;
import org.qibroker.catalog.CatalogModule;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.custody.CustodyModule;
import org.qibroker.demand.DemandModule;
import org.qibroker.demand.Demands;
import org.qibroker.demand.paste.PasteModule;
import org.qibroker.feedback.FeedbackModule;
import org.qibroker.gap.GapModule;
import org.qibroker.insight.InsightModule;
import org.qibroker.ledger.LedgerModule;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.MatchingModule;
import org.qibroker.matching.MatchingModule.Supply;
import org.qibroker.matching.rank.RecordStandings;
import org.qibroker.matching.relaxation.RelaxedUnderstanding;
import org.qibroker.matching.share.ShareModule;
import org.qibroker.matching.table.TableReader;
import org.qibroker.matching.understanding.Understanding;
import org.qibroker.matching.watch.ScopeClock;
import org.qibroker.notify.NotifyModule;
import org.qibroker.notify.calendar.Bench;
import org.qibroker.notify.calendar.CalendarModule;
import org.qibroker.notify.mail.MailModule;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.LogChecks;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.files.FileApi;
import org.qibroker.platform.http.ApiBinder;
import org.qibroker.platform.http.Messages;
import org.qibroker.platform.time.DueClock;
import org.qibroker.platform.web.FrontDoor;
import org.qibroker.platform.web.PageRouter;
import org.qibroker.project.ProjectModule;
import org.qibroker.quote.QuoteModule;
import org.qibroker.report.ReportArchive;
import org.qibroker.report.ReportModule;
import org.qibroker.resource.ResourceModule;

/** All features on one platform, each built on those it may know. */
public final class Features {
    private final Platform platform;
    private final AccountModule account;
    private final CatalogModule catalog;
    private final DemandModule demand;
    private final PasteModule paste;
    private final ResourceModule resource;
    private final MatchingModule matching;
    private final ShareModule share;
    private final GapModule gap;
    private final ProjectModule project;
    private final BookingModule booking;
    private final BundleModule bundle;
    private final DeadlineModule deadline;
    private final LedgerModule ledger;
    private final CustodyModule custody;
    private final QuoteModule quote;
    private final ReportModule report;
    private final PaperModule paper;
    private final FeedbackModule feedback;
    private final InsightModule insight;
    private final NotifyModule notify;
    private final MailModule mail;
    private final CalendarModule calendar;
    private final AuditModule audit;
    private final PrivacyModule privacy;

    /** Builds them. */
    public Features(Platform platform, Node node) {
        MatchContext.Reference reference = node.reference();
        ScopeIndex scopes = node.scopes();
        Understanding understanding = reference.understanding(scopes::view, platform.clock());
        this.platform = platform;
        this.account = new AccountModule(platform, node.keys());
        Organisations organisations = account.organisations();
        this.catalog =
                new CatalogModule(platform, reference.units(), scopes, organisations, new RecordStandings(platform));
        this.resource = new ResourceModule(platform, new ScopeWorkplaces(scopes), organisations);
        this.demand =
                new DemandModule(platform, reference.units(), organisations, new RelaxedUnderstanding(understanding));
        Demands demands = demand.demands();
        this.paste = new PasteModule(platform, demands, new TableReader(understanding, reference.units()));
        Supply supply = new Supply(scopes::view, resource.capacity(), node.suggestions());
        this.matching = new MatchingModule(platform, reference, supply, demands, organisations);
        this.share = new ShareModule(platform, demands, matching);
        this.gap = gap(node);
        this.project = new ProjectModule(platform, gap, organisations);
        ReportArchive archive = new ReportArchive(platform);
        this.booking = new BookingModule(
                platform, catalog, resource, new BookingModule.Neighbours(organisations, demands, archive));
        Bookings bookings = booking.bookings();
        this.bundle = new BundleModule(
                platform, bookings, new Sources(scopes::view, demands, matching.matching(), resource.resources()));
        this.deadline = new DeadlineModule(platform, bookings);
        this.ledger = new LedgerModule(platform, demands, reference.units());
        this.custody = new CustodyModule(platform, bookings, demands, catalog.catalog(), resource.resources());
        this.quote = new QuoteModule(platform, quoteNeeds(node), bookings);
        this.paper = new PaperModule(platform, bookings, new Papers.Sources(organisations, catalog.catalog(), demands));
        this.feedback = new FeedbackModule(platform, bookings, new RecordStandings(platform));
        this.report = new ReportModule(platform, bookings, archive, paper.papers());
        this.insight = new InsightModule(platform, account);
        AccountReaders readers = new AccountReaders(account);
        this.notify = new NotifyModule(platform, readers);
        this.mail = new MailModule(platform, readers, node.keys());
        this.calendar = new CalendarModule(platform, this::benches, node.keys());
        this.privacy = new PrivacyModule(platform, account, new KeptOfPersons(platform, readers, bookings, demands));
        this.audit = new AuditModule(platform, account, new BookingNumbers(bookings));
    }

    private QuoteModule.Needs quoteNeeds(Node node) {
        return new QuoteModule.Needs(
                node.reference().units(),
                node.scopes()::view,
                account.organisations(),
                demand.demands(),
                matching.matching());
    }

    private GapModule gap(Node node) {
        GapModule.Sources sources = new GapModule.Sources(
                account.organisations(),
                account.profiles().industries(),
                demand.demands(),
                matching,
                node.scopes()::view);
        return new GapModule(platform, node.reference(), sources);
    }

    private Future<List<Bench>> benches(UUID provider) {
        return resource.resources().ofProvider(provider).map(found -> found.stream()
                .map(each -> new Bench(each.id(), each.name()))
                .toList());
    }

    /** The door through which all of them are reached. */
    FrontDoor frontDoor() {
        FrontDoor door = new FrontDoor(
                platform, account.authentication(), account::seat, account::chosen, account.naming(catalog.naming()));
        bind(door.api());
        mount(door.pages());
        return door;
    }

    private void bind(ApiBinder api) {
        new FileApi(platform).bind(api);
        account.bind(api);
        catalog.bind(api);
        demand.bind(api);
        matching.bind(api);
        share.bind(api);
        gap.bind(api);
        project.bind(api);
        resource.bind(api);
        booking.bind(api);
        deadline.bind(api);
        ledger.bind(api);
        custody.bind(api);
        quote.bind(api);
        report.bind(api);
        paper.bind(api);
        feedback.bind(api);
        insight.bind(api);
        notify.bind(api);
        calendar.bind(api);
        audit.bind(api);
        privacy.bind(api);
    }

    private void mount(PageRouter pages) {
        HomePage.mount(pages);
        account.mount(pages);
        catalog.mount(pages);
        paste.mount(pages);
        demand.mount(pages);
        matching.mount(pages);
        share.mount(pages);
        gap.mount(pages);
        project.mount(pages);
        resource.mount(pages);
        booking.mount(pages, sections());
        deadline.mount(pages);
        ledger.mount(pages);
        custody.mount(pages);
        report.mount(pages);
        bundle.mount(pages);
        quote.mount(pages);
        paper.mount(pages);
        feedback.mount(pages);
        insight.mount(pages);
        notify.mount(pages);
        mail.mount(pages);
        calendar.mount(pages);
        audit.mount(pages);
        privacy.mount(pages);
    }

    /** What other rooms show on the page of a booking, in this order. */
    private List<BookingSection> sections() {
        return Stream.concat(
                        Stream.of(deadline.section(), custody.section(), report.section(), paper.section()),
                        feedback.sections().stream())
                .toList();
    }

    /** What follows the event log. */
    List<Projection> projections() {
        return Stream.of(
                        demand.projections(),
                        matching.projections(),
                        gap.projections(),
                        booking.projections(),
                        deadline.projections(),
                        ledger.projections(),
                        custody.projections(),
                        quote.projections(),
                        insight.projections(),
                        notify.projections(),
                        mail.projections(),
                        calendar.projections())
                .flatMap(List::stream)
                .toList();
    }

    /** What looks again at what is waited and wished for, when scopes have changed. */
    List<ScopeClock> scopeClocks() {
        return List.of(matching.watch().clock(), gap.clock());
    }

    /** What lets happen what is due. */
    public List<DueClock> dueClocks() {
        return Stream.concat(
                        Stream.of(
                                booking.clock(),
                                booking.checks(),
                                quote.clock(),
                                feedback.clock(),
                                insight.clock(),
                                new LogChecks(platform).clock()),
                        deadline.clocks().stream())
                .toList();
    }

    /** Texts. */
    public Messages messages() {
        return platform.messages();
    }

    /** Accounts. */
    public AccountModule account() {
        return account;
    }

    /** Who can do what. */
    public MatchingModule matching() {
        return matching;
    }

    /** What is offered. */
    public CatalogModule catalog() {
        return catalog;
    }
}
