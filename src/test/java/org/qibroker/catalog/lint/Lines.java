package org.qibroker.catalog.lint;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Confirmation;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.catalog.Site;
import org.qibroker.catalog.lint.rules.BestCmcs;
import org.qibroker.catalog.lint.rules.KnownEditions;
import org.qibroker.catalog.lint.rules.LintedLine;
import org.qibroker.catalog.lint.rules.Linter;
import org.qibroker.catalog.lint.rules.Supersessions;
import org.qibroker.catalog.lint.rules.Surroundings;
import org.qibroker.catalog.prices.PriceList;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/** Lines to judge, and what they are judged by. */
final class Lines {
    private static final Confirmation CONFIRMED =
            new Confirmation(Confirmation.State.CONFIRMED, "王敏", Instant.EPOCH, null);
    static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    static final UUID PROVIDER = new UUID(1, 1);
    static final UUID SITE = new UUID(2, 1);
    static final UUID OTHER_SITE = new UUID(2, 2);
    static final UnitRegistry UNITS = UnitRegistry.standard();

    private static final ScopeReader READER = new ScopeReader(UNITS);
    private static final BestCmcs BEST = BestCmcs.load(table("best-cmc.csv"), UNITS);
    private static final Supersessions SUPERSEDED = Supersessions.load(table("superseded.csv"));
    private static int made;

    private Lines() {}

    private static Reader table(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(Lines.class.getResourceAsStream("/config/" + name)), StandardCharsets.UTF_8);
    }

    /** A faultless calibration of calipers, to be made faulty. */
    static Line caliper() {
        return new Line(
                new Capability.Service(Family.METROLOGY, ServiceKind.CALIBRATION, "数显卡尺", null, "示值误差", Set.of()),
                "length",
                List.of("JJG 30-2012"),
                "0~300 mm",
                "U=0.02 mm",
                null,
                Set.of(),
                List.of());
    }

    /** A line in the making. */
    record Line(
            Capability.Service service,
            String quantity,
            List<String> methods,
            String range,
            String uncertainty,
            String limitation,
            Set<String> marks,
            List<String> conditions) {
        Line of(String otherQuantity) {
            return new Line(service, otherQuantity, methods, range, uncertainty, limitation, marks, conditions);
        }

        Line by(String... others) {
            return new Line(service, quantity, List.of(others), range, uncertainty, limitation, marks, conditions);
        }

        Line over(String other) {
            return new Line(service, quantity, methods, other, uncertainty, limitation, marks, conditions);
        }

        Line within(String other) {
            return new Line(service, quantity, methods, range, other, limitation, marks, conditions);
        }

        Line except(String other) {
            return new Line(service, quantity, methods, range, uncertainty, other, marks, conditions);
        }

        Line marked(String... others) {
            return new Line(service, quantity, methods, range, uncertainty, limitation, Set.of(others), conditions);
        }

        Line under(String... others) {
            return new Line(service, quantity, methods, range, uncertainty, limitation, marks, List.of(others));
        }

        LintedLine made() {
            ScopeLine.Texts texts =
                    new ScopeLine.Texts(quantity, methods, range, conditions, uncertainty, 2, limitation);
            Capability.Terms terms = new Capability.Terms(false, Price.ON_REQUEST, null, null);
            ScopeLine line = new ScopeLine(SITE, service, texts, marks, terms);
            Capability.Validity always = new Capability.Validity(LocalDate.of(2020, 1, 1), null);
            return LintedLine.of(
                    new RecordedLine(new UUID(3, ++made), PROVIDER, line, always, Instant.EPOCH, null), READER);
        }
    }

    static Surroundings around(Accreditation... accreditations) {
        return around(List.of(), accreditations);
    }

    static Surroundings around(List<String> otherMethods, Accreditation... accreditations) {
        Provider provider = new Provider(
                PROVIDER,
                "实验室",
                null,
                List.of(site(SITE), site(OTHER_SITE)),
                List.of(accreditations),
                null,
                null,
                Set.of(),
                1,
                PriceList.NONE);
        return new Surroundings(
                Surroundings.Tables.of(UNITS, BEST, SUPERSEDED),
                provider,
                KnownEditions.of(otherMethods, SUPERSEDED, DAY.getYear()),
                DAY);
    }

    private static Site site(UUID id) {
        return new Site(id, PROVIDER, "场所", null, "310104", "", id.equals(SITE), "Asia/Shanghai", null, CONFIRMED, 1);
    }

    static Accreditation accreditation(String scheme, LocalDate to, UUID site) {
        return new Accreditation(
                new UUID(4, 1),
                PROVIDER,
                scheme,
                "L0001",
                LocalDate.of(2020, 1, 1),
                to,
                Accreditation.Status.ACTIVE,
                null,
                CONFIRMED,
                Set.of(site),
                1);
    }

    static List<Finding> judged(Line line) {
        return Linter.line(line.made(), around());
    }

    static LintReport judged(List<Line> lines) {
        LintRun run = new LintRun(around(), lines.size());
        lines.forEach(line -> run.accept(line.made()));
        return run.finish();
    }
}
