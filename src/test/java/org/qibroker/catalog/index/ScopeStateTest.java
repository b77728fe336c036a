package org.qibroker.catalog.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Family;

class ScopeStateTest {
    private static final ScopeReader READER = new ScopeReader(UnitRegistry.standard());
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final ScopeBuilder builder = new ScopeBuilder();
    private final Map<Long, Capability> expected = new TreeMap<>();
    private long records;

    private static UUID uuid(String kind, int number) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8));
    }

    private static Capability line(int id, int provider, int subject, int month) {
        ScopeLine line = new ScopeLine(
                uuid("site", provider),
                new Capability.Service(Family.METROLOGY, null, "对象" + subject, null, "示值", Set.of()),
                new ScopeLine.Texts(
                        null, List.of("JJG 30-2012"), "0~" + (id + 1) + " mm", List.of(), "U=1 µm", 2, null),
                Set.of("CNAS"),
                new Capability.Terms(id % 2 == 0, Price.ON_REQUEST, id % 7, null));
        return READER.read(
                uuid("line", id),
                uuid("provider", provider),
                line,
                new Capability.Validity(DAY.plusMonths(month), month == 0 ? DAY.plusDays(20) : null));
    }

    private void change(List<Long> removed, List<Capability> added) {
        List<CodedLine> come = new ArrayList<>();
        List<CodedLine> gone = removed.stream()
                .map(record -> builder.code(expected.get(record), record))
                .toList();
        removed.forEach(expected::remove);
        for (Capability line : added) {
            come.add(builder.code(line, ++records));
            expected.put(records, line);
        }
        builder.change(List.of(new ScopeBuilder.Change(uuid("provider", 0), gone, come, records)));
    }

    private void sameAsExpected() {
        ScopeState state = builder.state();
        assertThat(state.size()).isEqualTo(expected.size());
        assertThat(state.linesOf(uuid("provider", 0))).containsExactlyInAnyOrderElementsOf(expected.values());
        for (Capability line : expected.values()) {
            assertThat(state.line(line.id())).isPresent();
        }
        long[] sum = new long[1];
        state.ofProvider(uuid("provider", 0), (lines, row) -> sum[0] += lines.record(row));
        assertThat(sum[0])
                .isEqualTo(expected.keySet().stream().mapToLong(r -> r).sum());
    }

    @Property(tries = 200)
    void aStateIsWhatTheChangesBeforeMadeOfIt(@ForAll long seed) {
        Random random = new Random(seed);
        int id = 0;
        for (int step = 0; step < 8; step++) {
            List<Capability> added = new ArrayList<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                added.add(line(id++, 0, random.nextInt(4), 1));
            }
            List<Long> removed = expected.keySet().stream()
                    .filter(record -> random.nextInt(4) == 0)
                    .toList();
            change(removed, added);
            sameAsExpected();
        }
    }

    @Test
    void aLongSubjectIsKeptInParts() {
        change(
                List.of(),
                IntStream.range(0, 5000).mapToObj(i -> line(i, 0, 0, 1)).toList());
        ScopeState before = builder.state();
        SubjectLines lines = before.subjects().findFirst().orElseThrow();
        assertThat(lines.parts()).isEqualTo(5);
        change(List.of(17L), List.of(line(9000, 0, 0, 1)));
        sameAsExpected();
        SubjectLines after = builder.state().subjects().findFirst().orElseThrow();
        long shared = IntStream.range(0, 5)
                .filter(i -> IntStream.range(0, after.parts()).anyMatch(j -> after.part(j) == lines.part(i)))
                .count();
        assertThat(shared).isBetween(3L, 4L);
        assertThat(before.size()).isEqualTo(5000);
    }

    @Test
    void aLineStatedForSeveralTimesIsFoundOnItsLastDays() {
        change(List.of(), List.of(line(1, 0, 0, 0), line(1, 0, 0, 1)));
        assertThat(builder.state().linesOf(uuid("provider", 0))).hasSize(2);
        assertThat(builder.state()
                        .line(uuid("line", 1))
                        .orElseThrow()
                        .validity()
                        .from())
                .isEqualTo(DAY.plusMonths(1));
        change(List.of(2L), List.of());
        assertThat(builder.state()
                        .line(uuid("line", 1))
                        .orElseThrow()
                        .validity()
                        .from())
                .isEqualTo(DAY);
    }

    @Test
    void aStatementThatIsThereAlreadyComesOnce() {
        Capability line = line(1, 0, 0, 1);
        change(List.of(), List.of(line));
        builder.change(
                List.of(new ScopeBuilder.Change(uuid("provider", 0), List.of(), List.of(builder.code(line, 1)), 1)));
        assertThat(builder.state().size()).isEqualTo(1);
    }

    @Test
    void subjectsThatHaveNoLinesAreNotNamed() {
        change(List.of(), List.of(line(1, 0, 0, 1), line(2, 0, 1, 1)));
        Set<String> both = builder.state().subjectKeys(Family.METROLOGY);
        change(List.of(), List.of(line(3, 0, 1, 1)));
        assertThat(builder.state().subjectKeys(Family.METROLOGY)).isSameAs(both).hasSize(2);
        change(List.of(1L), List.of());
        assertThat(builder.state().subjectKeys(Family.METROLOGY)).hasSize(1);
    }
}
