package org.qibroker.booking.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.booking.Booking;
import org.qibroker.booking.Booking.Warning;
import org.qibroker.booking.flag.FlagRules.Work;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Confirmation;
import org.qibroker.shared.Family;

class FlagRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final UUID LINE = new UUID(0, 1);
    private static final Booking.Line ORDERED =
            new Booking.Line(LINE, Family.METROLOGY, "卡尺", "示值误差", List.of(), null, null, List.of("CNAS"));
    private static final Confirmation CONFIRMED =
            new Confirmation(Confirmation.State.CONFIRMED, "王敏", Instant.EPOCH, null);
    private static final Confirmation REJECTED =
            new Confirmation(Confirmation.State.REJECTED, "王敏", Instant.EPOCH, "查无此号");

    private static Accreditation until(LocalDate to, Confirmation confirmation) {
        return new Accreditation(
                new UUID(0, 2),
                new UUID(0, 3),
                "CNAS",
                "L1",
                DAY.minusYears(1),
                to,
                Accreditation.Status.ACTIVE,
                null,
                confirmation,
                Set.of(),
                1);
    }

    private static List<String> unmet(Set<UUID> valid, Accreditation held) {
        return FlagRules.unmet(
                        List.of(ORDERED), new FlagRules.Scope(valid, List.of(held)), new Work(DAY, DAY.plusDays(5)))
                .map(Warning::code)
                .toList();
    }

    @Test
    void aMarkHasToHoldToTheDayOfTheReport() {
        assertThat(unmet(Set.of(LINE), until(DAY.plusDays(5), CONFIRMED))).isEmpty();
        assertThat(unmet(Set.of(LINE), until(DAY.plusDays(4), CONFIRMED))).containsExactly("mark-not-held");
    }

    @Test
    void whatWaitsToBeConfirmedFlagsNothingAndWhatIsRejectedDoes() {
        assertThat(unmet(Set.of(LINE), until(DAY.plusDays(5), Confirmation.STATED)))
                .isEmpty();
        assertThat(unmet(Set.of(LINE), until(DAY.plusDays(5), REJECTED))).containsExactly("mark-not-held");
    }

    @Test
    void aLineThatDoesNotHoldAnyMoreIsNamedByItsSubject() {
        assertThat(unmet(Set.of(), until(DAY.plusDays(5), CONFIRMED))).containsExactly("line-not-valid");
    }
}
