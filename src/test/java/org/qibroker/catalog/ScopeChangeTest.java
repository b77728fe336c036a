package org.qibroker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.shared.Family;

class ScopeChangeTest {
    private static final UUID PROVIDER = UUID.randomUUID();
    private static final UUID SITE = UUID.randomUUID();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static ScopeLine line(String subject, String uncertainty) {
        return new ScopeLine(
                SITE,
                new Capability.Service(Family.METROLOGY, null, subject, null, "示值误差", Set.of()),
                new ScopeLine.Texts(null, List.of("JJG 30-2012"), "0~300 mm", List.of(), uncertainty, 2, null),
                Set.of("CNAS"),
                new Capability.Terms(false, Price.ON_REQUEST, null, null));
    }

    private static RecordedLine known(ScopeLine line, String from, @Nullable String to) {
        Capability.Validity validity =
                new Capability.Validity(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
        return new RecordedLine(UUID.randomUUID(), PROVIDER, line, validity, Instant.EPOCH, null);
    }

    private static ScopeChange change(ScopeOffer.Mode mode, List<RecordedLine> known, ScopeLine... offered) {
        List<ScopeOffer.Line> lines = IntStream.range(0, offered.length)
                .mapToObj(i -> new ScopeOffer.Line(i + 2, offered[i], TODAY, null))
                .toList();
        return ScopeChange.of(new ScopeOffer(PROVIDER, null, mode, TODAY, lines), known, UUID::randomUUID);
    }

    @Test
    void aLineThatIsThereAlreadyStaysTheSameLine() {
        RecordedLine before = known(line("卡尺", "U=0.01 mm"), "2025-01-01", null);
        ScopeChange change = change(ScopeOffer.Mode.REPLACE, List.of(before), line("卡尺", "U=0.01 mm"));
        assertThat(change.ids()).containsEntry(2, before.id());
        assertThat(change.kept()).isEqualTo(1);
        assertThat(change.added()).isEmpty();
        assertThat(change.disbelieved()).isEmpty();
    }

    @Test
    void aLineThatChangedEndsTheDayBeforeAndAnotherBegins() {
        RecordedLine before = known(line("卡尺", "U=0.02 mm"), "2025-01-01", null);
        ScopeChange change = change(ScopeOffer.Mode.REPLACE, List.of(before), line("卡尺", "U=0.01 mm"));
        assertThat(change.restated())
                .containsExactly(new LineBatch.StatedLine(
                        before.id(),
                        before.line(),
                        new Capability.Validity(LocalDate.of(2025, 1, 1), TODAY.minusDays(1))));
        assertThat(change.added()).singleElement().satisfies(added -> {
            assertThat(added.id()).isNotEqualTo(before.id());
            assertThat(added.validity()).isEqualTo(new Capability.Validity(TODAY, null));
        });
    }

    @Test
    void addingEndsNothing() {
        RecordedLine before = known(line("卡尺", "U=0.02 mm"), "2025-01-01", null);
        ScopeChange change = change(ScopeOffer.Mode.ADD, List.of(before), line("千分尺", "U=0.01 mm"));
        assertThat(change.ended()).isZero();
        assertThat(change.added()).hasSize(1);
    }

    @Test
    void aLineThatNeverHeldIsRetracted() {
        RecordedLine future = known(line("卡尺", "U=0.02 mm"), "2026-06-01", null);
        ScopeChange change = change(ScopeOffer.Mode.REPLACE, List.of(future));
        assertThat(change.retracted()).containsExactly(future.id());
        assertThat(change.restated()).isEmpty();
    }

    @Test
    void theSameLineTwiceInAFileIsOneLine() {
        ScopeLine twice = line("卡尺", "U=0.01 mm");
        ScopeChange change = change(ScopeOffer.Mode.ADD, List.of(), twice, twice);
        assertThat(change.added()).hasSize(1);
        assertThat(change.ids().get(2)).isEqualTo(change.ids().get(3));
    }

    @Test
    void aLineThatEndsBeforeTheOfferedOneBeginsIsAnother() {
        RecordedLine ends = known(line("卡尺", "U=0.01 mm"), "2025-01-01", "2026-03-31");
        ScopeOffer.Line later = new ScopeOffer.Line(2, line("卡尺", "U=0.01 mm"), LocalDate.of(2026, 5, 1), null);
        ScopeOffer offer = new ScopeOffer(PROVIDER, null, ScopeOffer.Mode.ADD, TODAY, Arrays.asList(later));
        ScopeChange change = ScopeChange.of(offer, List.of(ends), UUID::randomUUID);
        assertThat(change.added()).hasSize(1);
        assertThat(change.kept()).isZero();
    }

    @Test
    void anotherEndIsStatedAnewOfTheSameLine() {
        RecordedLine before = known(line("卡尺", "U=0.01 mm"), "2025-01-01", null);
        ScopeOffer.Line ending = new ScopeOffer.Line(2, line("卡尺", "U=0.01 mm"), TODAY, LocalDate.of(2026, 12, 31));
        ScopeOffer offer = new ScopeOffer(PROVIDER, null, ScopeOffer.Mode.ADD, TODAY, List.of(ending));
        ScopeChange change = ScopeChange.of(offer, List.of(before), UUID::randomUUID);
        assertThat(change.restated()).singleElement().satisfies(restated -> {
            assertThat(restated.id()).isEqualTo(before.id());
            assertThat(restated.validity())
                    .isEqualTo(new Capability.Validity(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31)));
        });
    }
}
