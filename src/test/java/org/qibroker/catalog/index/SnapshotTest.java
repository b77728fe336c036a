package org.qibroker.catalog.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.catalog.index.follow.ScopeSum;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

class SnapshotTest {
    private static final ScopeReader READER = new ScopeReader(UnitRegistry.standard());
    private static final UUID PROVIDER = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @TempDir
    private Path folder;

    private Path file;
    private final ScopeBuilder builder = new ScopeBuilder();

    private static Capability line(String subject, String range, String uncertainty, String... methods) {
        ScopeLine line = new ScopeLine(
                PROVIDER,
                new Capability.Service(
                        Family.METROLOGY,
                        ServiceKind.CALIBRATION,
                        subject,
                        subject.length() > 2 ? "gauge" : null,
                        "示值",
                        Set.of("a")),
                new ScopeLine.Texts(null, List.of(methods), range, List.of("频率: 50 Hz~60 Hz"), uncertainty, 2, "仅限…"),
                Set.of("CNAS", "CMA"),
                new Capability.Terms(true, new Price(Price.Kind.FROM, 100L, "件"), 5, PROVIDER));
        return READER.read(UUID.randomUUID(), PROVIDER, line, new Capability.Validity(LocalDate.of(2026, 1, 1), null));
    }

    @BeforeEach
    void someLines() {
        file = folder.resolve("scopes");
        List<CodedLine> lines = new ArrayList<>();
        for (Capability line : List.of(
                line("量块", "0~300 mm", "U=(0.5+L/200)µm", "JJG 146-2011"),
                line("量块", null, "U=0.02 mm", "JJG 146-2011 及 JJF 1059.1-2012"),
                line("电压表", "DC: 0.1 mV～1000 V", "Urel=0.3% (k=3)"),
                line("电压表", "各种规格", "0.5级", "内部方法"))) {
            lines.add(builder.code(line, lines.size() + 1L));
        }
        builder.change(List.of(new ScopeBuilder.Change(PROVIDER, List.of(), lines, 17)));
        builder.change(List.of(new ScopeBuilder.Change(PROVIDER, List.of(lines.get(0)), List.of(), 18)));
    }

    private ScopeBuilder read(String origin) throws IOException {
        ScopeBuilder again = new ScopeBuilder();
        again.restore(new Snapshot(file, origin), UnitRegistry.standard());
        return again;
    }

    @Test
    void holdsWhatWasWritten() throws IOException {
        new Snapshot(file, "here").write(builder.state(), 3);
        ScopeBuilder again = read("here");
        List<Capability> lines = builder.state().linesOf(PROVIDER);
        assertThat(again.state().linesOf(PROVIDER)).isEqualTo(lines).hasSize(3);
        assertThat(again.mark(PROVIDER)).isEqualTo(18);
        assertThat(again.state().line(lines.get(0).id())).contains(lines.get(0));
        assertThat(ScopeSum.of(again.state(), PROVIDER)).isEqualTo(ScopeSum.of(builder.state(), PROVIDER));
        assertThat(again.state().subjectKeys(Family.METROLOGY)).contains("电压表", "gauge");
    }

    @Test
    void doesNotCountIfItComesFromElsewhere() throws IOException {
        new Snapshot(file, "here").write(builder.state(), 3);
        assertThatThrownBy(() -> read("there")).isInstanceOf(IOException.class);
    }

    @Test
    void doesNotCountIfItIsDamagedOrMissing() throws IOException {
        assertThatThrownBy(() -> read("here")).isInstanceOf(IOException.class);
        new Snapshot(file, "here").write(builder.state(), 3);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> read("here")).isInstanceOf(IOException.class).hasMessageContaining("checksum");
        Files.write(file, new byte[3]);
        assertThatThrownBy(() -> read("here")).isInstanceOf(IOException.class);
    }
}
