package org.qibroker.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Confirmation;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.prices.PriceList;
import org.qibroker.measure.RangeParser;
import org.qibroker.measure.TextOnly;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.BodyKind;
import org.qibroker.shared.Family;
import org.qibroker.shared.Role;
import org.qibroker.shared.ServiceKind;

/** Lines are counted by facets; each facet ignores what is chosen of itself, and of nothing else. */
class FacetsTest {
    private static final UnitRegistry UNITS = UnitRegistry.standard();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Confirmation CONFIRMED =
            new Confirmation(Confirmation.State.CONFIRMED, "王敏", Instant.EPOCH, null);
    private static final Provider EAST =
            lab("东海计量", "310115", Accreditation.Status.ACTIVE, BodyKind.UNIVERSITY, BodyKind.INDUSTRY_METROLOGY_CENTRE);
    private static final Provider WEST = lab("西江检测", "310117", Accreditation.Status.SUSPENDED, BodyKind.UNIVERSITY);

    private static Provider lab(String name, String district, Accreditation.Status status, BodyKind... kinds) {
        UUID id = id(name);
        UUID site = id(name + "/site");
        Accreditation cnas = new Accreditation(
                id(name + "/cnas"),
                id,
                "CNAS",
                "L1",
                DAY.minusYears(1),
                DAY.plusYears(1),
                status,
                status == Accreditation.Status.SUSPENDED ? Role.PROVIDER : null,
                CONFIRMED,
                Set.of(site),
                1);
        return new Provider(
                id,
                name,
                null,
                List.of(new Site(site, id, "本部", null, district, "", true, "Asia/Shanghai", null, CONFIRMED, 1)),
                List.of(cnas),
                null,
                null,
                Set.of(kinds),
                1,
                PriceList.NONE);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Capability line(Provider lab, Family family, String subject, @Nullable String range) {
        return new Capability(
                UUID.randomUUID(),
                lab.id(),
                lab.sites().get(0).id(),
                new Capability.Service(
                        family, ServiceKind.CALIBRATION, subject, english(subject), "示值", Set.of("柔性化工厂运营")),
                new Capability.Measured(
                        null,
                        range,
                        range == null
                                ? null
                                : new RangeParser(UNITS).parse(range, null).orElseThrow(),
                        null,
                        new TextOnly("", 2)),
                List.of(),
                List.of(),
                null,
                Set.of("CNAS"),
                new Capability.Terms(false, Price.ON_REQUEST, null, null),
                new Capability.Validity(DAY.minusYears(1), null));
    }

    private static @Nullable String english(String subject) {
        return subject.equals("数显 卡尺") ? "Digital caliper" : null;
    }

    private static final List<Capability> LINES = List.of(
            line(EAST, Family.METROLOGY, "数显卡尺", "0~300 mm"),
            line(EAST, Family.METROLOGY, "数显 卡尺", "0~500 mm"),
            line(EAST, Family.TESTING, "钢筋", null),
            line(WEST, Family.METROLOGY, "数显卡尺", "0~150 mm"),
            line(WEST, Family.METROLOGY, "数字电压表", "0~10 V"));

    private static CapabilitySearch.Found search(Map<Facet, String> chosen, Hits hits) {
        SearchRequest request =
                new SearchRequest(null, chosen, null, new SearchRequest.Measured(null, null), null, DAY);
        ScopeView view = ScopeView.of(List.of(EAST, WEST), LINES);
        return new Tally(view, request, UNITS, hits).found();
    }

    private static CapabilitySearch.Found search(Map<Facet, String> chosen) {
        return search(chosen, new Hits.ById(50, null));
    }

    private static List<String> counts(CapabilitySearch.Found found, Facet facet) {
        return found.facets().get(facet).stream()
                .map(c -> c.value() + " " + c.lines())
                .toList();
    }

    @Test
    void withoutAChoiceEveryLineCountsInEveryFacet() {
        CapabilitySearch.Found found = search(Map.of());
        assertThat(found.total()).isEqualTo(5);
        assertThat(counts(found, Facet.FAMILY)).containsExactly("METROLOGY 4", "TESTING 1");
        assertThat(counts(found, Facet.DISTRICT)).containsExactly("310115 3", "310117 2");
        assertThat(counts(found, Facet.SCENARIO)).containsExactly("柔性化工厂运营 5");
    }

    @Test
    void spellingsOfOneSubjectCountAsOneUnderTheUsualSpelling() {
        assertThat(counts(search(Map.of()), Facet.SUBJECT)).startsWith("数显卡尺 3");
        assertThat(search(Map.of(Facet.SUBJECT, "数显　卡尺")).total()).isEqualTo(3);
    }

    @Test
    void aMarkCountsOnlyWhereTheSiteHoldsIt() {
        assertThat(counts(search(Map.of()), Facet.MARK)).containsExactly("CNAS 3");
        assertThat(search(Map.of(Facet.MARK, "cnas")).total()).isEqualTo(3);
    }

    @Test
    void aLineCountsForEachKindOfBodyItsProviderIs() {
        assertThat(counts(search(Map.of()), Facet.BODY_KIND))
                .containsExactly("UNIVERSITY 5", "INDUSTRY_METROLOGY_CENTRE 3");
        assertThat(search(Map.of(Facet.BODY_KIND, "INDUSTRY_METROLOGY_CENTRE")).total())
                .isEqualTo(3);
    }

    @Test
    void aSubjectIsCalledAsSomeLineCallsItInEnglish() {
        assertThat(search(Map.of()).facets().get(Facet.SUBJECT))
                .extracting(FacetCounts.Count::value, FacetCounts.Count::english)
                .contains(tuple("数显卡尺", "Digital caliper"), tuple("钢筋", null));
    }

    @Test
    void aLineWithoutQuantityCountsForAllThatItsUnitServes() {
        CapabilitySearch.Found found = search(Map.of(Facet.PROVIDER, WEST.id().toString()));
        assertThat(counts(found, Facet.QUANTITY)).contains("length 1", "dc-voltage 1", "ac-voltage 1");
        assertThat(search(Map.of(Facet.QUANTITY, "ac-voltage")).total()).isEqualTo(1);
    }

    @Test
    void eachFacetIgnoresItsOwnChoiceAndRespectsTheOthers() {
        CapabilitySearch.Found found = search(Map.of(Facet.FAMILY, "METROLOGY", Facet.DISTRICT, "310117"));
        assertThat(found.total()).isEqualTo(2);
        assertThat(counts(found, Facet.FAMILY)).containsExactly("METROLOGY 2");
        assertThat(counts(found, Facet.DISTRICT)).containsExactly("310115 2", "310117 2");
        assertThat(counts(found, Facet.SUBJECT)).containsExactlyInAnyOrder("数字电压表 1", "数显卡尺 1");
    }

    @Test
    void everyCountIsWhatChoosingThatValueFinds() {
        Map<Facet, String> chosen = Map.of(Facet.DISTRICT, "310115", Facet.SUBJECT, "数显卡尺");
        search(chosen)
                .facets()
                .forEach((facet, counts) -> counts.forEach(count -> {
                    Map<Facet, String> other = new EnumMap<>(chosen);
                    other.put(facet, count.value());
                    assertThat(search(other).total())
                            .as(facet + " " + count.value())
                            .isEqualTo(count.lines());
                }));
    }

    @Test
    void partsOfTheListFollowOneAnotherWithoutGapOrRepetition() {
        List<UUID> seen = new ArrayList<>();
        UUID after = null;
        for (int part = 0; part < 3; part++) {
            CapabilitySearch.Found found = search(Map.of(), new Hits.ById(2, after));
            found.lines().forEach(line -> seen.add(line.id()));
            after = seen.get(seen.size() - 1);
            assertThat(found.nextCursor() == null).isEqualTo(part == 2);
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        LINES.stream().map(Capability::id).toList());
    }

    @Test
    void namedLinesComeInTheOrderOfTheirRank() {
        Map<UUID, Integer> ranks =
                Map.of(LINES.get(3).id(), 0, LINES.get(1).id(), 1, LINES.get(0).id(), 2);
        CapabilitySearch.Found found = search(Map.of(), new Hits.ByRank(ranks, 2, 1));
        assertThat(found.total()).isEqualTo(3);
        assertThat(found.lines()).containsExactly(LINES.get(1), LINES.get(0));
        assertThat(found.nextCursor()).isNull();
    }
}
