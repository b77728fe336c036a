package org.qibroker.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.qibroker.shared.Family;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

class InputsTest {
    private static final Map<String, String> SENT =
            Map.of("min", "0.50", "on", "2026-02-28", "family", "TESTING", "flag", "true", "bad", "2026-02-30");
    private final Inputs inputs = new Inputs(name -> Optional.ofNullable(SENT.get(name)));

    @Test
    void readsWhatIsThere() {
        assertThat(inputs.decimal("min")).contains(new BigDecimal("0.50"));
        assertThat(inputs.date("on")).contains(LocalDate.of(2026, 2, 28));
        assertThat(inputs.constant("family", Family.class)).contains(Family.TESTING);
        assertThat(inputs.flag("flag")).contains(true);
        assertThat(inputs.integer("absent")).isEmpty();
    }

    @Test
    void refusesWhatIsNoSuchValueAndNamesItsPlace() {
        assertThat(fault(i -> i.decimal("bad"))).isEqualTo(FieldFault.of("/bad", "number", "2026-02-30"));
        assertThat(fault(i -> i.date("bad"))).isEqualTo(FieldFault.of("/bad", "date", "2026-02-30"));
        assertThat(fault(i -> i.integer("min"))).isEqualTo(FieldFault.of("/min", "whole-number", "0.50"));
        assertThat(fault(i -> i.id("bad"))).isEqualTo(FieldFault.of("/bad", "id", "2026-02-30"));
        assertThat(fault(i -> i.flag("bad"))).isEqualTo(FieldFault.of("/bad", "flag", "2026-02-30"));
        assertThat(fault(i -> i.constant("bad", Family.class)).code()).isEqualTo("unknown-value");
    }

    private FieldFault fault(Consumer<Inputs> reading) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> reading.accept(inputs));
        return refusal.faults().get(0);
    }
}
