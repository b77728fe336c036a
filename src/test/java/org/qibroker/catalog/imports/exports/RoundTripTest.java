package org.qibroker.catalog.imports.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Confirmation;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.imports.ImportOptions;
import org.qibroker.catalog.imports.columns.ColumnMapping;
import org.qibroker.catalog.imports.rows.LineReader;
import org.qibroker.catalog.imports.rows.ScopeSheets;
import org.qibroker.catalog.lines.ScopeOffer;
import org.qibroker.catalog.prices.PriceList;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/** What is exported and imported again is what it was, in every field, whatever it says. */
class RoundTripTest {
    private static final UnitRegistry UNITS = UnitRegistry.standard();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final UUID LAB = UUID.randomUUID();
    private static final List<Site> SITES =
            List.of(site("本部", "Main"), site("二部（临港）", null), site("二部 临港", null), site("East", "本 部"));
    private static final Provider PROVIDER =
            new Provider(LAB, "甲", null, SITES, List.of(), null, null, java.util.Set.of(), 1, PriceList.NONE);
    private static final String ODD = "=+-@'\"\t|,;；，、\r\n_x000D_x\\ &<>µ℃。\u0001\u00A0\uD83D\uDE00#0";

    private static Site site(String name, @Nullable String english) {
        return new Site(
                UUID.randomUUID(),
                LAB,
                name,
                english,
                "310115",
                "",
                name.equals("本部"),
                "Asia/Shanghai",
                null,
                Confirmation.STATED,
                1);
    }

    @Property(tries = 300)
    void nothingIsDifferentAfterwards(@ForAll("scopes") List<RecordedLine> scope) {
        ScopeFile cells = new ScopeFile(PROVIDER);
        for (ScopeFile.Dialect dialect : ScopeFile.Dialect.values()) {
            CsvExport csv = new CsvExport(dialect, ',');
            csv.add(List.of(ScopeFile.header(dialect)));
            same(scope, written(csv, cells, scope), ImportOptions.Format.CSV);
        }
        XlsxExport xlsx = new XlsxExport("scope", ScopeFile.header(ScopeFile.Dialect.SPREADSHEET));
        same(scope, written(xlsx, cells, scope), ImportOptions.Format.XLSX);
    }

    private static byte[] written(ExportFile file, ScopeFile cells, List<RecordedLine> scope) {
        file.add(scope.stream().map(cells::cells).toList());
        file.end();
        return file.taken().getBytes();
    }

    private static void same(List<RecordedLine> scope, byte[] file, ImportOptions.Format format) {
        ScopeSheets read = ScopeSheets.read(file, format, ColumnMapping.NONE);
        assertThat(read.sheet().findings()).isEmpty();
        LineReader reader = new LineReader(PROVIDER, UNITS, TODAY);
        List<ScopeOffer.Line> lines = read.rows().stream()
                .map(row -> reader.read(row).line())
                .filter(Objects::nonNull)
                .toList();
        assertThat(lines)
                .extracting(ScopeOffer.Line::line)
                .isEqualTo(scope.stream().map(RecordedLine::line).toList());
        assertThat(lines.stream()
                        .map(line -> new Capability.Validity(line.from(), line.to()))
                        .toList())
                .isEqualTo(scope.stream().map(RecordedLine::validity).toList());
    }

    @Provide
    Arbitrary<List<RecordedLine>> scopes() {
        return line().list().ofMinSize(1).ofMaxSize(8);
    }

    private static Arbitrary<RecordedLine> line() {
        Arbitrary<UUID> site = Arbitraries.of(SITES).map(Site::id);
        Arbitrary<ScopeLine> said = Combinators.combine(site, service(), texts(), several(true), terms())
                .as((where, service, texts, marks, terms) ->
                        new ScopeLine(where, service, texts, new LinkedHashSet<>(marks), terms));
        return Combinators.combine(said, days())
                .as((line, days) -> new RecordedLine(UUID.randomUUID(), LAB, line, days, Instant.EPOCH, null));
    }

    private static Arbitrary<Capability.Service> service() {
        return Combinators.combine(
                        Arbitraries.of(Family.class),
                        Arbitraries.of(ServiceKind.class).injectNull(0.3),
                        text(),
                        text().injectNull(0.5),
                        text().injectNull(0.2).map(parameter -> parameter == null ? "" : parameter),
                        several(true))
                .as((family, kind, subject, english, parameter, scenarios) -> new Capability.Service(
                        family, kind, subject, english, parameter, new LinkedHashSet<>(scenarios)));
    }

    private static Arbitrary<ScopeLine.Texts> texts() {
        return Combinators.combine(
                        Arbitraries.of("length", "mass", "dc-voltage", "某种量").injectNull(0.3),
                        several(false),
                        text().injectNull(0.3),
                        several(false),
                        text().injectNull(0.3),
                        Arbitraries.doubles().between(0.001, 100).ofScale(6).filter(k -> k > 0),
                        text().injectNull(0.3))
                .as(ScopeLine.Texts::new);
    }

    private static Arbitrary<Capability.Terms> terms() {
        Arbitrary<Price> price = Combinators.combine(
                        Arbitraries.of(Price.Kind.class),
                        Arbitraries.longs().between(0, 99_999_999_999_999L),
                        Arbitraries.of("件", "台·次", "piece", "组", "h").injectNull(0.3))
                .as((kind, fen, per) -> kind == Price.Kind.ON_REQUEST ? Price.ON_REQUEST : new Price(kind, fen, per));
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        price,
                        Arbitraries.integers()
                                .between(0, Capability.Terms.MOST_DAYS)
                                .injectNull(0.3))
                .as((onSite, cost, days) -> new Capability.Terms(onSite, cost, days, null));
    }

    private static Arbitrary<Capability.Validity> days() {
        Arbitrary<LocalDate> day = Arbitraries.longs().between(0, 60_000).map(days -> LocalDate.of(1950, 1, 1)
                .plusDays(days));
        return Combinators.combine(day, Arbitraries.longs().between(0, 5000).injectNull(0.4))
                .as((from, days) -> new Capability.Validity(from, days == null ? null : from.plusDays(days)));
    }

    /** Whatever a cell can say: blanks around it are none of it, and it is not blank. */
    private static Arbitrary<String> text() {
        Arbitrary<String> odd =
                Arbitraries.strings().withChars(ODD.toCharArray()).ofMaxLength(12);
        Arbitrary<String> han = Arbitraries.of(
                "量块",
                "0~300 mm",
                "U=0.02 mm",
                "-196 ℃～+300 ℃",
                "'=1+1",
                "GB/T 228.1-2021",
                "_x000D_",
                "1e5",
                "TRUE",
                "2026-01-01");
        return Combinators.combine(Arbitraries.oneOf(odd, han), odd)
                .as(String::concat)
                .map(RoundTripTest::whole)
                .filter(text -> !text.isBlank());
    }

    private static String whole(String text) {
        String known =
                text.replaceAll("(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])", "");
        return known.strip();
    }

    /** Values of one cell: they hold nothing that parts values. */
    private static Arbitrary<List<String>> several(boolean tags) {
        return text().map(text -> text.replaceAll(tags ? "[;；,，、\\r\\n]" : "[;；\\r\\n]", "·")
                        .strip())
                .filter(text -> !text.isBlank())
                .list()
                .uniqueElements()
                .ofMaxSize(3);
    }
}
