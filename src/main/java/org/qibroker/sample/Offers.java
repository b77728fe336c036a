package org.qibroker.sample;

import static org.qibroker.sample.SampleFiles.cell;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.CatalogModule;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.imports.ImportOptions;
import org.qibroker.catalog.imports.Imports;
import org.qibroker.catalog.imports.table.Encoding;
import org.qibroker.catalog.lines.ScopeOffer;
import org.qibroker.catalog.providers.ProviderCommands.ChangeStatus;
import org.qibroker.catalog.providers.ProviderCommands.DescribeAccreditation;
import org.qibroker.catalog.providers.ProviderCommands.DescribeSite;
import org.qibroker.catalog.providers.ProviderCommands.Introduce;
import org.qibroker.resource.OpeningHours;
import org.qibroker.resource.ResourceDraft;
import org.qibroker.resource.ResourceKind;
import org.qibroker.resource.ResourceMode;
import org.qibroker.resource.Resources;
import org.qibroker.resource.Workplaces;
import org.qibroker.shared.BodyKind;
import org.qibroker.shared.Caller;
import org.qibroker.shared.RegionTime;

/** What the providers of the sample offer: sites, accreditations, resources, scopes. */
final class Offers implements Workplaces {
    private final CatalogModule catalog;
    private final SampleDays days;
    private final BiFunction<ScopeOffer, Caller, Future<Void>> scopes;
    private final Map<UUID, List<Site>> sites = new ConcurrentHashMap<>();

    Offers(CatalogModule catalog, SampleDays days, BiFunction<ScopeOffer, Caller, Future<Void>> scopes) {
        this.catalog = catalog;
        this.days = days;
        this.scopes = scopes;
    }

    @Override
    public List<Workplace> of(UUID providerId) {
        return sites.getOrDefault(providerId, List.of()).stream()
                .map(site -> new Workplace(site.id(), site.nameZh(), site.nameEn(), ZoneId.of(site.zone())))
                .toList();
    }

    /** Opens a provider: who it is, where it works, what it may certify, what can be booked, what it can do. */
    Future<Void> open(String key, Caller caller, Resources resources) {
        UUID provider = caller.organisation();
        Map<String, UUID> bookable = new ConcurrentHashMap<>();
        return introduce(key, provider, caller)
                .compose(done -> SampleFiles.each(
                        SampleFiles.rows("accreditations.csv", "provider", key), row -> accredit(row, caller)))
                .compose(done -> SampleFiles.each(SampleFiles.rows("resources.csv", "provider", key), row -> resources
                        .create(resource(row, provider), caller)
                        .onSuccess(made -> bookable.put(made.name(), made.id()))))
                .compose(done -> publish(key, caller, bookable));
    }

    private Future<Void> introduce(String key, UUID provider, Caller caller) {
        Map<String, String> row =
                SampleFiles.rows("organisations.csv", "key", key).get(0);
        List<Map<String, String>> places = SampleFiles.rows("sites.csv", "provider", key);
        Introduce words = new Introduce(cell(row, "introZh"), cell(row, "introEn"), kinds(cell(row, "kinds")));
        return catalog.providers()
                .introduce(provider, words, 1, caller)
                .compose(done -> catalog.catalog().provider(provider))
                .compose(opened -> describe(opened.sites().get(0), places.get(0), caller))
                .compose(done -> SampleFiles.each(places.subList(1, places.size()), place -> catalog.providers()
                        .addSite(provider, site(place), caller)))
                .compose(done -> catalog.catalog().provider(provider))
                .onSuccess(opened -> sites.put(provider, mainFirst(opened)))
                .mapEmpty();
    }

    private static List<Site> mainFirst(Provider provider) {
        return provider.sites().stream()
                .sorted((a, b) -> Boolean.compare(b.main(), a.main()))
                .toList();
    }

    private Future<Void> describe(Site first, Map<String, String> place, Caller caller) {
        return catalog.providers().changeSite(first.id(), site(place), first.version(), caller);
    }

    private static Set<BodyKind> kinds(String cell) {
        return Arrays.stream(cell.split(";"))
                .filter(kind -> !kind.isEmpty())
                .map(BodyKind::valueOf)
                .collect(Collectors.toSet());
    }

    private static DescribeSite site(Map<String, String> row) {
        return new DescribeSite(
                cell(row, "nameZh"),
                cell(row, "nameEn"),
                cell(row, "district"),
                cell(row, "addressZh"),
                Boolean.parseBoolean(row.get("main")),
                RegionTime.ZONE.getId());
    }

    private Future<Void> accredit(Map<String, String> row, Caller caller) {
        UUID provider = caller.organisation();
        Set<UUID> places = Arrays.stream(cell(row, "sites").split(";"))
                .map(name -> siteId(provider, name))
                .collect(Collectors.toSet());
        DescribeAccreditation command = new DescribeAccreditation(
                cell(row, "scheme"),
                cell(row, "certificateNumber"),
                days.day(cell(row, "from")),
                days.day(cell(row, "to")),
                places);
        Accreditation.Status status = Accreditation.Status.valueOf(cell(row, "status"));
        return catalog.providers()
                .addAccreditation(provider, command, caller)
                .compose(id -> status == Accreditation.Status.ACTIVE
                        ? Future.succeededFuture()
                        : catalog.providers().setStatus(id, new ChangeStatus(status, null), 1, caller));
    }

    private UUID siteId(UUID provider, String name) {
        return sites.getOrDefault(provider, List.of()).stream()
                .filter(site -> site.nameZh().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no site " + name))
                .id();
    }

    private ResourceDraft resource(Map<String, String> row, UUID provider) {
        List<OpeningHours> hours = Arrays.stream(cell(row, "openingHours").split(";"))
                .map(Offers::hours)
                .toList();
        return new ResourceDraft(
                siteId(provider, cell(row, "site")),
                cell(row, "name"),
                ResourceKind.valueOf(cell(row, "kind")),
                ResourceMode.valueOf(cell(row, "mode")),
                Integer.valueOf(cell(row, "capacity")),
                hours,
                List.of(),
                Integer.valueOf(cell(row, "slotMinutes")),
                Integer.valueOf(cell(row, "bufferBeforeMinutes")),
                Integer.valueOf(cell(row, "bufferAfterMinutes")),
                RegionTime.ZONE.getId(),
                Integer.valueOf(cell(row, "noticeHours")),
                null,
                cell(row, "calibrationDue").isEmpty() ? null : days.day(cell(row, "calibrationDue")),
                Boolean.valueOf(cell(row, "sharedIdle")),
                null);
    }

    /** Reads {@code MONDAY 09:00-17:00}. */
    private static OpeningHours hours(String text) {
        String[] parts = text.split("[ -]");
        return new OpeningHours(DayOfWeek.valueOf(parts[0]), LocalTime.parse(parts[1]), LocalTime.parse(parts[2]));
    }

    private Future<Void> publish(String key, Caller caller, Map<String, UUID> bookable) {
        LocalDate from = catalog.catalog().today();
        ImportOptions options = new ImportOptions(
                ImportOptions.Format.CSV,
                ScopeOffer.Mode.ADD,
                ImportOptions.OnError.ALL_OR_NOTHING,
                false,
                false,
                from,
                null,
                Encoding.UTF_8);
        ScopeFile file = ScopeFile.of(key, days);
        Path path = file.written();
        return catalog.imports()
                .run(new Imports.Upload(caller.organisation(), key + ".csv", path), options, caller)
                .onComplete(done -> path.toFile().delete())
                .compose(done -> catalog.catalog().scope(caller.organisation(), from))
                .map(lines -> file.bookable(lines, bookable))
                .compose(lines -> scopes.apply(
                        new ScopeOffer(caller.organisation(), null, ScopeOffer.Mode.REPLACE, from, lines), caller));
    }
}
