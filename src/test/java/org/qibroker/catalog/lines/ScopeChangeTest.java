package org.qibroker.catalog.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.lines.LineChange.Kind;
import org.qibroker.shared.Family;

class ScopeChangeTest {
    private static final UUID PROVIDER = UUID.randomUUID();
    private static final UUID SITE = UUID.randomUUID();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static ScopeLine line(String subject, @Nullable String uncertainty) {
        return line(subject, "JJG 30-2012", "0~300 mm", uncertainty);
    }

    private static ScopeLine method(String method) {
        return line("卡尺", method, "0~300 mm", "U=0.02 mm");
    }

    private static ScopeLine range(String range, String uncertainty) {
        return line("卡尺", "JJG 30-2012", range, uncertainty);
    }

    private static ScopeLine line(String subject, String method, String range, @Nullable String uncertainty) {
        return new ScopeLine(
                SITE,
                new Capability.Service(Family.METROLOGY, null, subject, null, "示值误差", Set.of()),
                new ScopeLine.Texts(null, List.of(method), range, List.of(), uncertainty, 2, null),
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

    private static LineChange only(ScopeChange change) {
        assertThat(change.lines()).hasSize(1);
        return change.lines().get(0);
    }

    @Test
    void aLineThatIsThereAlreadyStaysTheSameLine() {
        RecordedLine before = known(line("卡尺", "U=0.01 mm"), "2025-01-01", null);
        LineChange change = only(change(ScopeOffer.Mode.REPLACE, List.of(before), line("卡尺", "U=0.01 mm")));
        assertThat(change.kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(change.id()).isEqualTo(before.id());
    }

    @Test
    void aLineThatChangedKeepsItsIdAndSaysInWhat() {
        RecordedLine before = known(line("卡尺", "U=0.02 mm"), "2025-01-01", null);
        LineChange change = only(change(ScopeOffer.Mode.ADD, List.of(before), line("卡尺", "U=0.01 mm")));
        assertThat(change.kind()).isEqualTo(Kind.CHANGED);
        assertThat(change.id()).isEqualTo(before.id());
        assertThat(change.fields()).containsExactly(LineField.UNCERTAINTY);
        assertThat(change.days()).isEqualTo(new Capability.Validity(TODAY, null));
    }

    @Test
    void addingEndsNothing() {
        RecordedLine before = known(line("卡尺", "U=0.02 mm"), "2025-01-01", null);
        ScopeChange change = change(ScopeOffer.Mode.ADD, List.of(before), line("千分尺", "U=0.01 mm"));
        assertThat(only(change).kind()).isEqualTo(Kind.ADDED);
    }

    @Test
    void replacingEndsWhatIsNotSaid() {
        RecordedLine before = known(line("卡尺", "U=0.02 mm"), "2025-01-01", null);
        LineChange change = only(change(ScopeOffer.Mode.REPLACE, List.of(before)));
        assertThat(change.kind()).isEqualTo(Kind.ENDED);
        assertThat(change.days().from()).isEqualTo(TODAY);
    }

    @Test
    void theSameLineTwiceInAFileIsOneLine() {
        ScopeLine twice = line("卡尺", "U=0.01 mm");
        ScopeChange change = change(ScopeOffer.Mode.ADD, List.of(), twice, twice);
        assertThat(change.lines()).extracting(LineChange::kind).containsExactly(Kind.ADDED, Kind.UNCHANGED);
        assertThat(change.ids().get(2)).isEqualTo(change.ids().get(3));
    }

    @Test
    void anotherEditionOfTheMethodIsAChangeOfTheLine() {
        RecordedLine before = known(method("JJG 30-2002"), "2025-01-01", null);
        LineChange change = only(change(ScopeOffer.Mode.ADD, List.of(before), method("JJG 30-2012")));
        assertThat(change.kind()).isEqualTo(Kind.CHANGED);
        assertThat(change.fields()).containsExactly(LineField.METHODS);
    }

    @Test
    void anotherRangeIsAnotherLineUnlessTheWholeScopeIsSaid() {
        RecordedLine before = known(range("0~300 mm", "U=0.02 mm"), "2025-01-01", null);
        ScopeLine wider = range("0~500 mm", "U=0.02 mm");
        assertThat(only(change(ScopeOffer.Mode.ADD, List.of(before), wider)).kind())
                .isEqualTo(Kind.ADDED);
        LineChange change = only(change(ScopeOffer.Mode.REPLACE, List.of(before), wider));
        assertThat(change.kind()).isEqualTo(Kind.CHANGED);
        assertThat(change.fields()).containsExactly(LineField.RANGE);
    }

    @Test
    void amongLinesOfOneSubjectThoseThatAreMostAlikeAreTheSame() {
        RecordedLine fine = known(range("0~150 mm", "U=0.01 mm"), "2025-01-01", null);
        RecordedLine coarse = known(range("150~500 mm", "U=0.05 mm"), "2025-01-01", null);
        ScopeChange change = change(
                ScopeOffer.Mode.REPLACE,
                List.of(fine, coarse),
                range("200~500 mm", "U=0.05 mm"),
                range("0~200 mm", "U=0.01 mm"));
        assertThat(change.ids()).containsEntry(2, coarse.id()).containsEntry(3, fine.id());
        assertThat(change.count(Kind.CHANGED)).isEqualTo(2);
    }

    @Test
    void whatTheFileLeavesOpenStaysAsItWasKnown() {
        RecordedLine before = known(line("卡尺", "U=0.02 mm"), "2025-01-01", null);
        ScopeOffer.Line said = new ScopeOffer.Line(2, line("卡尺", null), TODAY, null);
        ScopeOffer offer = new ScopeOffer(
                PROVIDER, null, ScopeOffer.Mode.REPLACE, TODAY, Set.of(LineField.UNCERTAINTY), List.of(said));
        assertThat(only(ScopeChange.of(offer, List.of(before), UUID::randomUUID))
                        .kind())
                .isEqualTo(Kind.UNCHANGED);
    }

    @Test
    void aLineThatEndsBeforeTheOfferedOneBeginsIsAnother() {
        RecordedLine ends = known(line("卡尺", "U=0.01 mm"), "2025-01-01", "2026-03-31");
        assertThat(only(said(ends, LocalDate.of(2026, 5, 1), null)).kind()).isEqualTo(Kind.ADDED);
    }

    @Test
    void anotherEndIsStatedOfTheSameLineForAllItsDays() {
        RecordedLine before = known(line("卡尺", "U=0.01 mm"), "2025-01-01", null);
        LocalDate end = LocalDate.of(2026, 12, 31);
        LineChange change = only(said(before, TODAY, end));
        assertThat(change.fields()).containsExactly(LineField.VALID_TO);
        assertThat(change.days()).isEqualTo(new Capability.Validity(LocalDate.of(2025, 1, 1), end));
    }

    @Test
    void anEndThatIsNotSaidStays() {
        RecordedLine ends = known(line("卡尺", "U=0.01 mm"), "2025-01-01", "2026-12-31");
        assertThat(only(said(ends, TODAY, null)).kind()).isEqualTo(Kind.UNCHANGED);
    }

    @Test
    void aLineThatIsPlannedIsSaidForTheDaysFromNowOn() {
        RecordedLine planned = known(line("卡尺", "U=0.01 mm"), "2026-06-01", null);
        LineChange change = only(said(planned, TODAY, null));
        assertThat(change.fields()).containsExactly(LineField.VALID_FROM);
        assertThat(change.days().from()).isEqualTo(TODAY);
    }

    @Test
    void whatWasPlannedForLaterFallsToTheLaterWord() {
        RecordedLine now = known(line("卡尺", "U=0.01 mm"), "2025-01-01", "2026-12-31");
        RecordedLine planned = new RecordedLine(
                now.id(),
                PROVIDER,
                line("卡尺", "U=0.005 mm"),
                new Capability.Validity(LocalDate.of(2027, 1, 1), null),
                Instant.EPOCH,
                null);
        LineChange change = only(change(ScopeOffer.Mode.ADD, List.of(now, planned), line("卡尺", "U=0.01 mm")));
        assertThat(change.kind()).isEqualTo(Kind.CHANGED);
        assertThat(change.days()).isEqualTo(new Capability.Validity(LocalDate.of(2025, 1, 1), null));
    }

    private static ScopeChange said(RecordedLine known, LocalDate from, @Nullable LocalDate to) {
        ScopeOffer.Line line = new ScopeOffer.Line(2, known.line(), from, to);
        return ScopeChange.of(
                new ScopeOffer(PROVIDER, null, ScopeOffer.Mode.ADD, TODAY, List.of(line)),
                List.of(known),
                UUID::randomUUID);
    }
}
