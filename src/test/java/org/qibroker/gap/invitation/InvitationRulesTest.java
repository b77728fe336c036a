package org.qibroker.gap.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.account.Organisation;
import org.qibroker.gap.invitation.InvitationRules.Moment;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** Who may be asked to close a gap, and what can be answered. */
class InvitationRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final UUID LAB = new UUID(0, 1);
    private static final UUID MILL = new UUID(0, 2);
    private static final Map<UUID, Organisation> KNOWN =
            Map.of(LAB, organisation(LAB, Role.PROVIDER), MILL, organisation(MILL, Role.ENTERPRISE));
    private static final Moment NOW = new Moment("陈示例", Instant.parse("2026-11-27T08:00:00Z"), TODAY);
    private static final Invitation ASKED = new Invitation(
            new UUID(1, 1),
            new UUID(1, 2),
            LAB,
            new UUID(0, 3),
            "周示例",
            null,
            TODAY,
            Instant.parse("2026-11-20T08:00:00Z"),
            InvitationState.INVITED,
            null,
            1);

    private static Organisation organisation(UUID id, Role role) {
        return new Organisation(id, "91310117MT0000001X", "机构", null, Set.of(role), null, null, 1, false);
    }

    private static void refuses(String pointer, String code, LocalDate answerBy, List<UUID> asked, UUID... providers) {
        Invite invite = new Invite(List.of(providers), answerBy, null);
        assertThatThrownBy(() -> InvitationRules.check(invite, KNOWN, asked, TODAY))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::faults)
                .asInstanceOf(InstanceOfAssertFactories.list(FieldFault.class))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo(pointer);
                    assertThat(fault.code()).isEqualTo(code);
                });
    }

    private static Invitation answered(boolean able, @Nullable LocalDate on) {
        return InvitationRules.answered(ASKED, 1, new Reply(able, on, null), NOW);
    }

    @Test
    void providersAreAskedUntilTodayOrLater() {
        InvitationRules.check(new Invite(List.of(LAB), TODAY, null), KNOWN, List.of(), TODAY);
        refuses("/answerBy", "future-or-present", TODAY.minusDays(1), List.of(), LAB);
    }

    @Test
    void onlyWhoOffersServicesIsAskedAndOnlyOnce() {
        refuses("/providerIds/1", "gap-provider-unknown", TODAY, List.of(), LAB, MILL);
        refuses("/providerIds/0", "gap-provider-unknown", TODAY, List.of(), new UUID(9, 9));
        refuses("/providerIds/0", "gap-invited-already", TODAY, List.of(LAB), LAB);
        refuses("/providerIds/1", "gap-invited-already", TODAY, List.of(), LAB, LAB);
    }

    @Test
    void aYesNamesADayToComeAndANoDoesNot() {
        assertThat(answered(true, TODAY.plusDays(90)).state()).isEqualTo(InvitationState.ACCEPTED);
        assertThat(answered(false, null).state()).isEqualTo(InvitationState.DECLINED);
        assertThatThrownBy(() -> answered(true, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("gap-able-when");
        assertThatThrownBy(() -> answered(true, TODAY.minusDays(1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("future-or-present");
        assertThatThrownBy(() -> answered(false, TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("gap-able-never");
    }

    @Test
    void anAnswerMayBeChangedByWhoSawTheLast() {
        Invitation yes = answered(true, TODAY.plusDays(90));
        assertThat(InvitationRules.answered(yes, 2, new Reply(false, null, "设备未到"), NOW)
                        .version())
                .isEqualTo(3);
        assertThatThrownBy(() -> InvitationRules.answered(yes, 1, new Reply(false, null, null), NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("stale");
    }
}
