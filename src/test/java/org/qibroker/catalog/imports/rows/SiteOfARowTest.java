package org.qibroker.catalog.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Confirmation;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.imports.ImportOptions.Format;
import org.qibroker.catalog.imports.findings.Finding;
import org.qibroker.catalog.lines.ScopeOffer;
import org.qibroker.catalog.prices.PriceList;
import org.qibroker.measure.unit.UnitRegistry;

/** The site that a row of a file names must be open when the row begins to count. */
class SiteOfARowTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final UUID LAB = new UUID(0, 1);
    private static final Site MAIN = site(1, "本部", null);
    private static final Site LEFT = site(2, "松江分部", LocalDate.of(2026, 6, 30));
    private static final Site LEAVING = site(3, "青浦分部", LocalDate.of(2026, 12, 31));
    private static final Site MOVED = site(4, "松江分部（新址）", null);

    private final List<Finding> findings = new ArrayList<>();

    private static Site site(int number, String name, @Nullable LocalDate endedOn) {
        return new Site(
                new UUID(1, number),
                LAB,
                name,
                null,
                "310117",
                "",
                number == 1,
                "Asia/Shanghai",
                endedOn,
                Confirmation.STATED,
                1);
    }

    private Optional<ScopeOffer.Line> read(String site, String from, String to) {
        Provider lab = new Provider(
                LAB,
                "甲",
                null,
                List.of(MAIN, LEFT, LEAVING, MOVED),
                List.of(),
                null,
                null,
                Set.of(),
                1,
                PriceList.NONE);
        String file = "family,subject,parameter,site,validFrom,validTo\nMETROLOGY,量块,长度," + site + "," + from + "," + to
                + "\n";
        return new RowReader(lab, UnitRegistry.standard(), DAY, findings)
                .read(ScopeSheets.read(file, Format.CSV).rows().get(0));
    }

    @Test
    void aRowOfASiteThatHasEndedIsRefusedWithTheDay() {
        assertThat(read("松江分部", "", "")).isEmpty();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).code()).isEqualTo("site-ended");
        assertThat(findings.get(0).severity()).isEqualTo(Finding.Severity.ERROR);
        assertThat(findings.get(0).arguments()).containsExactly("2026-06-30");
        assertThat(findings.get(0).value()).isEqualTo("松江分部");
    }

    @Test
    void aRowThatBeginsAfterItsSiteHasLeftIsRefusedToo() {
        assertThat(read("青浦分部", "2027-01-01", "")).isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactly("site-ended");
    }

    @Test
    void aRowThatWasOverBeforeIsHistoryAndMayNameIt() {
        assertThat(read("松江分部", "2026-01-01", "2026-05-31")).isPresent();
        assertThat(findings).isEmpty();
    }

    @Test
    void aSiteThatIsStillOpenIsTaken() {
        assertThat(read("青浦分部", "", "")).map(found -> found.line().siteId()).contains(LEAVING.id());
        assertThat(read("松江分部（新址）", "", "")).map(found -> found.line().siteId()).contains(MOVED.id());
        assertThat(read("", "", "")).map(found -> found.line().siteId()).contains(MAIN.id());
        assertThat(findings).isEmpty();
    }

    @Test
    void aSiteNobodyKnowsIsRefused() {
        assertThat(read("火星", "", "")).isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactly("site-unknown");
    }
}
