package org.qibroker.matching;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Condition;
import org.qibroker.catalog.Confirmation;
import org.qibroker.catalog.Method;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.prices.PriceList;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.answer.ItemAnswer;
import org.qibroker.matching.rank.TrackRecords;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.TextOnly;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.UncertaintyParser;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.resource.offer.FreeDays;
import org.qibroker.shared.Family;
import org.qibroker.shared.Role;
import org.qibroker.shared.ServiceKind;
import org.qibroker.standards.Designations;
import org.qibroker.standards.Equivalences;

/** Scopes said in a few words, for tests of matching. */
public final class Scopes {
    public static final UnitRegistry UNITS = UnitRegistry.standard();
    public static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    public static final Confirmation CONFIRMED =
            new Confirmation(Confirmation.State.CONFIRMED, "王敏", Instant.parse("2026-05-01T00:00:00Z"), null);
    public static final MatchContext.Reference REFERENCE =
            new MatchContext.Reference(UNITS, Equivalences.standard(), Thesaurus.standard(), calendar());

    /** The last day of which capacity is known. */
    public static final LocalDate LAST_DAY = DAY.plusDays(12);

    private final Map<UUID, FreeDays.Places> free = new HashMap<>();
    private final Map<String, List<Accreditation>> accreditations = new HashMap<>();
    private final List<String> providers = new ArrayList<>();
    private final List<Capability> lines = new ArrayList<>();

    public static WorkCalendar calendar() {
        return WorkCalendar.load(new StringReader("date,name,type\n"));
    }

    public static MatchContext context() {
        return new MatchContext(DAY, REFERENCE, TrackRecords.NONE, FreeDays.NONE, "test");
    }

    /** The same with what is free on the resources named. */
    public MatchContext contextWithCapacity() {
        return new MatchContext(DAY, REFERENCE, TrackRecords.NONE, new FreeDays(free, LAST_DAY), "test");
    }

    /** A resource booked by the slot, and the days on which it has one free. */
    public Scopes free(String resource, LocalDate... days) {
        NavigableMap<LocalDate, Integer> places = new TreeMap<>();
        for (LocalDate day : days) {
            places.put(day, 1);
        }
        free.put(id(resource), new FreeDays.Places(false, places));
        return this;
    }

    /** A resource of which each piece takes a place of a day, and how many are free from the day on. */
    public Scopes freePlaces(String resource, int... places) {
        NavigableMap<LocalDate, Integer> free = new TreeMap<>();
        for (int i = 0; i < places.length; i++) {
            free.put(DAY.plusDays(i), places[i]);
        }
        this.free.put(id(resource), new FreeDays.Places(true, free));
        return this;
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A provider with one main site of its name. */
    public Scopes provider(String name) {
        providers.add(name);
        accreditations.put(name, new ArrayList<>());
        return this;
    }

    /** An accreditation of the provider named last, for a year around the day. */
    public Scopes holding(String scheme) {
        return holding(scheme, Accreditation.Status.ACTIVE, DAY.minusMonths(6), DAY.plusMonths(6));
    }

    public Scopes holding(String scheme, Accreditation.Status status, LocalDate from, LocalDate to) {
        return holding(scheme, status, CONFIRMED, from, to);
    }

    public Scopes holding(
            String scheme, Accreditation.Status status, Confirmation confirmation, LocalDate from, LocalDate to) {
        String name = last();
        accreditations
                .get(name)
                .add(new Accreditation(
                        id(name + scheme + from),
                        id(name),
                        scheme,
                        scheme + "-1",
                        from,
                        to,
                        status,
                        status == Accreditation.Status.SUSPENDED ? Role.PROVIDER : null,
                        confirmation,
                        Set.of(id(name + "/site")),
                        1));
        return this;
    }

    private String last() {
        return providers.get(providers.size() - 1);
    }

    /** A line of the provider named last. */
    public Scopes line(LineText line) {
        lines.add(line.capability(last(), lines.size()));
        return this;
    }

    public ScopeView view() {
        return ScopeView.of(providers.stream().map(this::offering).toList(), lines);
    }

    private Provider offering(String name) {
        return new Provider(
                id(name),
                name,
                null,
                List.of(site(name)),
                accreditations.get(name),
                null,
                null,
                Set.of(),
                1,
                PriceList.NONE);
    }

    public List<Capability> lines() {
        return lines;
    }

    private static Site site(String name) {
        return new Site(
                id(name + "/site"), id(name), name, null, "310115", "–", true, "Asia/Shanghai", null, CONFIRMED, 1);
    }

    public ItemAnswer answer(ItemSpec item) {
        return answer(MatchRequest.of(List.of(item)));
    }

    public ItemAnswer answer(MatchRequest request) {
        return MatchEngine.match(request, view(), contextWithCapacity()).items().get(0);
    }

    /** A line of a caliper scope, as texts; each method changes one of them. */
    public static final class LineText {
        private String subject = "数显卡尺";
        private String parameter = "示值误差";
        private String range = "0~300 mm";
        private String uncertainty = "U=0.01 mm";
        private List<String> methods = List.of("JJG 30-2012");
        private Set<String> marks = Set.of("CNAS");
        private String limitation;
        private Condition condition;
        private boolean onSite;
        private Price price = new Price(Price.Kind.FIXED, 10_000L, "件");
        private Integer days = 5;
        private String resource;
        private ServiceKind kind = ServiceKind.CALIBRATION;
        private double k = 2;
        private boolean stated = true;

        public static LineText of(String range, String uncertainty) {
            LineText line = new LineText();
            line.range = range;
            line.uncertainty = uncertainty;
            return line;
        }

        public LineText subject(String text) {
            subject = text;
            return this;
        }

        public LineText parameter(String text) {
            parameter = text;
            return this;
        }

        /** The line does not name the quantity. */
        public LineText unstated() {
            stated = false;
            return this;
        }

        public LineText kind(ServiceKind service) {
            kind = service;
            return this;
        }

        public LineText methods(String... texts) {
            methods = List.of(texts);
            return this;
        }

        public LineText marks(String... names) {
            marks = Set.of(names);
            return this;
        }

        public LineText limitation(String text) {
            limitation = text;
            return this;
        }

        public LineText condition(String name, String text) {
            condition = new Condition(
                    name, text, new RangeParser(UNITS).parse(text, null).orElse(null));
            return this;
        }

        public LineText onSite() {
            onSite = true;
            return this;
        }

        public LineText price(Price said) {
            price = said;
            return this;
        }

        public LineText days(Integer said) {
            days = said;
            return this;
        }

        public LineText resource(String name) {
            resource = name;
            return this;
        }

        public LineText k(double factor) {
            k = factor;
            return this;
        }

        private Capability capability(String provider, int number) {
            QuantityRange parsed = range == null
                    ? null
                    : new RangeParser(UNITS).parse(range, null).orElse(null);
            QuantityKind quantity = parsed == null ? null : parsed.unit().kind();
            Uncertainty u = uncertainty == null
                    ? new TextOnly("", k)
                    : new UncertaintyParser(UNITS).parse(uncertainty, parsed, quantity, k);
            return new Capability(
                    id(provider + number),
                    id(provider),
                    id(provider + "/site"),
                    new Capability.Service(Family.METROLOGY, kind, subject, null, parameter, Set.of()),
                    new Capability.Measured(stated ? quantity : null, range, parsed, uncertainty, u),
                    methods.stream()
                            .map(text ->
                                    new Method(text, Designations.parse(text).orElse(null)))
                            .toList(),
                    condition == null ? List.of() : List.of(condition),
                    limitation,
                    marks,
                    new Capability.Terms(onSite, price, days, resource == null ? null : id(resource)),
                    new Capability.Validity(DAY.minusYears(1), null));
        }
    }
}
