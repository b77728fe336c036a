package org.qibroker.booking;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.AccountModule;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Catalog;
import org.qibroker.catalog.Confirmation;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.lines.ScopeOffer;
import org.qibroker.catalog.lines.ScopeWriter;
import org.qibroker.catalog.providers.Confirmations;
import org.qibroker.catalog.providers.ProviderCommands;
import org.qibroker.catalog.providers.Providers;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Family;
import org.qibroker.shared.RegionTime;
import org.qibroker.shared.Role;
import org.qibroker.shared.ServiceKind;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;

/** A laboratory with a site, a mark until the end of 2026, resources and lines, for tests of bookings. */
public final class TestLab {
    private final TestBroker broker;
    private final Person person;
    private final Catalog catalog;
    /** Its site. */
    public final UUID site;

    /** The laboratory of the first, second … provider. */
    public TestLab(TestBroker broker, int number) {
        this.broker = broker;
        this.person = broker.person(Role.PROVIDER, number);
        Platform platform = broker.platform();
        this.catalog = new Catalog(
                platform,
                UnitRegistry.standard(),
                new AccountModule(platform, broker.node().keys()).organisations());
        Providers providers = new Providers(platform, catalog);
        this.site = TestBroker.await(providers.addSite(
                person.organisation(),
                new ProviderCommands.DescribeSite("松江实验室", "Songjiang laboratory", "310117", "广富林路 1 号", true, null),
                caller()));
        LocalDate today = RegionTime.day(broker.clock().instant());
        TestBroker.await(providers.addAccreditation(
                person.organisation(),
                new ProviderCommands.DescribeAccreditation("CNAS", "L0001", today, today.plusYears(1), Set.of(site)),
                caller()));
        confirm();
        line(null);
    }

    /** A coordinator confirms what the laboratory states. */
    void confirm() {
        Confirmations confirmations = new Confirmations(broker.platform(), catalog);
        Person of = broker.person(Role.COORDINATOR);
        Caller coordinator = new Caller(of.userId(), of.organisation(), Set.of(Role.COORDINATOR), "coordinator");
        ProviderCommands.Decide yes = new ProviderCommands.Decide(Confirmation.State.CONFIRMED, null);
        TestBroker.await(catalog.provider(person.organisation()))
                .accreditations()
                .forEach(a ->
                        TestBroker.await(confirmations.decideAccreditation(a.id(), yes, a.version(), coordinator)));
    }

    private Caller caller() {
        return new Caller(person.userId(), person.organisation(), Set.of(Role.PROVIDER), "lab");
    }

    /** Speaks with the API as the laboratory. */
    public ApiClient api() {
        return broker.api().withToken(person.token());
    }

    /** The laboratory as an organisation. */
    public UUID organisation() {
        return person.organisation();
    }

    /** A resource open every day from nine to five. */
    public Map<String, Object> draft(int capacity, int slotMinutes, int before, int after) {
        List<Map<String, Object>> hours = new ArrayList<>();
        Stream.of(DayOfWeek.values())
                .forEach(day -> hours.add(Map.of("day", day.name(), "from", "09:00", "to", "17:00")));
        Map<String, Object> draft = new HashMap<>();
        draft.put("siteId", site);
        draft.put("name", "长度校准工位");
        draft.put("capacity", capacity);
        draft.put("openingHours", hours);
        draft.put("slotMinutes", slotMinutes);
        draft.put("bufferBeforeMinutes", before);
        draft.put("bufferAfterMinutes", after);
        return draft;
    }

    /** A resource with so many units, open every day. */
    public UUID resource(int capacity) {
        return api().post("/api/v1/resources", draft(capacity, 120, 0, 0))
                .expect(201)
                .id();
    }

    /** A line of the scope; known to the broker when this returns. */
    public UUID line(@Nullable UUID resource, String... marks) {
        LocalDate today = RegionTime.day(broker.clock().instant());
        ScopeLine line = new ScopeLine(
                site,
                new Capability.Service(
                        Family.METROLOGY, ServiceKind.CALIBRATION, "卡尺" + UUID.randomUUID(), null, "示值误差", Set.of()),
                new ScopeLine.Texts("length", List.of("JJG 30-2012"), "0~300 mm", List.of(), "U=0.015 mm", 2, null),
                Set.of(marks),
                new Capability.Terms(false, new Price(Price.Kind.FIXED, 12_000L, "件"), 5, resource));
        ScopeOffer offer = new ScopeOffer(
                person.organisation(),
                null,
                ScopeOffer.Mode.ADD,
                today,
                List.of(new ScopeOffer.Line(1, line, today.minusDays(1), null)));
        Platform platform = broker.platform();
        ScopeWriter writer = new ScopeWriter(platform, catalog);
        UUID id = TestBroker.await(platform.database().transaction(tx -> writer.publish(tx, offer, caller())))
                .ids()
                .get(1);
        return known(id);
    }

    /** Ends all lines, as of today. */
    void endScope() {
        LocalDate today = RegionTime.day(broker.clock().instant());
        ScopeOffer nothing =
                new ScopeOffer(person.organisation(), null, ScopeOffer.Mode.REPLACE, today.plusDays(1), List.of());
        Platform platform = broker.platform();
        ScopeWriter writer = new ScopeWriter(platform, catalog);
        TestBroker.await(platform.database().transaction(tx -> writer.publish(tx, nothing, caller())));
    }

    private UUID known(@Nullable UUID id) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(patience)) {
            Answer found = broker.api().get("/api/v1/capabilities?providerId=" + person.organisation());
            for (var item : found.expect(200).json().path("items")) {
                if (id != null && item.path("id").asText().equals(id.toString())) {
                    return id;
                }
            }
        }
        throw new AssertionError("the line was not found in time");
    }

    /** A booking of the line at one of the slots of the resource. */
    public Answer booked(ApiClient enterprise, UUID line, UUID resource, int slot) {
        Map<String, Object> wish = new HashMap<>(slot(resource, slot));
        wish.putAll(Map.of("capabilityIds", List.of(line), "resourceId", resource, "pieces", 1));
        return enterprise.withKey().post("/api/v1/bookings", wish).expect(201);
    }

    /** Takes a step of a booking that was seen at a version. */
    public static Answer act(ApiClient by, UUID booking, long version, Map<String, ?> command) {
        return by.ifMatch(version)
                .post("/api/v1/bookings/" + booking + "/transitions", command)
                .expect(200);
    }

    /** The first slot with a place left, a week from now. */
    public Map<String, String> slot(UUID resource, int which) {
        LocalDate day = RegionTime.day(broker.clock().instant()).plusDays(7);
        var slots = api().get("/api/v1/resources/" + resource + "/availability?from=" + day + "&to=" + day.plusDays(7))
                .expect(200)
                .json()
                .path("items");
        return Map.of(
                "start",
                slots.get(which).get("start").asText(),
                "end",
                slots.get(which).get("end").asText());
    }
}
