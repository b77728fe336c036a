package org.qibroker.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qibroker.demand.ItemProgress.BOOKED;
import static org.qibroker.demand.ItemProgress.DONE;
import static org.qibroker.demand.ItemProgress.OPEN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.DecisionRule;
import org.qibroker.shared.Family;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

class DemandRulesTest {
    private static Demand in(DemandState state) {
        ItemSpec spec = ItemSpec.of(Family.METROLOGY, "数显卡尺");
        return new Demand(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "量具",
                null,
                Wishes.NONE,
                Agreement.NONE,
                List.of(new DemandItem(UUID.randomUUID(), spec)),
                state,
                7,
                Instant.EPOCH,
                null);
    }

    @ParameterizedTest
    @EnumSource
    void onlyADraftCanBeChanged(DemandState state) {
        if (state == DemandState.DRAFT) {
            DemandRules.draftSeenAt(in(state), 7);
        } else {
            assertThatThrownBy(() -> DemandRules.draftSeenAt(in(state), 7)).hasMessageContaining("demand-not-draft");
        }
    }

    @Test
    void whatHasChangedSinceItWasSeenIsStale() {
        assertThatThrownBy(() -> DemandRules.draftSeenAt(in(DemandState.DRAFT), 6))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.STALE));
        assertThatThrownBy(() -> DemandRules.ended(in(DemandState.DRAFT), 6, DemandAction.CANCEL, List.of()))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.STALE));
    }

    @ParameterizedTest
    @EnumSource
    void endsOnlyWhereTheLifeOfADemandSaysSo(DemandState state) {
        Set<DemandState> cancel = EnumSet.of(DemandState.DRAFT, DemandState.SUBMITTED, DemandState.QUOTING);
        Set<DemandState> close =
                EnumSet.of(DemandState.SUBMITTED, DemandState.QUOTING, DemandState.PARTLY_BOOKED, DemandState.BOOKED);
        ends(state, DemandAction.CANCEL, cancel.contains(state), DemandState.CANCELLED);
        ends(state, DemandAction.CLOSE, close.contains(state), DemandState.CLOSED);
    }

    private static void ends(DemandState from, DemandAction action, boolean allowed, DemandState to) {
        if (allowed) {
            assertThat(DemandRules.ended(in(from), 7, action, List.of(OPEN))).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> DemandRules.ended(in(from), 7, action, List.of(OPEN)))
                    .hasMessageContaining("demand-action");
        }
    }

    @Test
    void cannotBeGivenUpOnceSomethingIsBooked() {
        assertThatThrownBy(() ->
                        DemandRules.ended(in(DemandState.SUBMITTED), 7, DemandAction.CANCEL, List.of(OPEN, BOOKED)))
                .hasMessageContaining("demand-booked");
    }

    @Test
    void followsItsItems() {
        DemandState submitted = DemandState.SUBMITTED;
        assertThat(DemandRules.following(submitted, List.of(OPEN, OPEN), false)).isEqualTo(DemandState.SUBMITTED);
        assertThat(DemandRules.following(submitted, List.of(OPEN, BOOKED), false))
                .isEqualTo(DemandState.PARTLY_BOOKED);
        assertThat(DemandRules.following(submitted, List.of(OPEN, DONE), false)).isEqualTo(DemandState.PARTLY_BOOKED);
        assertThat(DemandRules.following(submitted, List.of(BOOKED, DONE), false))
                .isEqualTo(DemandState.BOOKED);
        assertThat(DemandRules.following(submitted, List.of(DONE, DONE), false)).isEqualTo(DemandState.FULFILLED);
        assertThat(DemandRules.following(DemandState.BOOKED, List.of(OPEN, OPEN), false))
                .isEqualTo(DemandState.SUBMITTED);
    }

    @Test
    void quotesWhileAnOfferMayComeAndNothingIsBooked() {
        assertThat(DemandRules.following(DemandState.SUBMITTED, List.of(OPEN, OPEN), true))
                .isEqualTo(DemandState.QUOTING);
        assertThat(DemandRules.following(DemandState.QUOTING, List.of(OPEN, BOOKED), true))
                .isEqualTo(DemandState.PARTLY_BOOKED);
        assertThat(DemandRules.following(DemandState.QUOTING, List.of(OPEN, OPEN), false))
                .isEqualTo(DemandState.SUBMITTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "CANCELLED", "CLOSED"})
    void followsNothingWhileItIsNotOpen(DemandState state) {
        assertThat(DemandRules.following(state, List.of(BOOKED), true)).isEqualTo(state);
    }

    @Test
    void anItemIsAsFarAsTheBestOfItsBookings() {
        assertThat(ItemProgress.of(List.of())).isEqualTo(OPEN);
        assertThat(ItemProgress.of(List.of("DECLINED", "EXPIRED", "CANCELLED"))).isEqualTo(OPEN);
        assertThat(ItemProgress.of(List.of("CANCELLED", "REQUESTED"))).isEqualTo(BOOKED);
        assertThat(ItemProgress.of(List.of("COMPLETED", "DECLINED"))).isEqualTo(DONE);
        assertThat(ItemProgress.of(List.of("DISPUTED"))).isEqualTo(BOOKED);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // wanted, rule, other, place of the fault
                "true, -, -, /agreement/decisionRule",
                "true, -, ' ', /agreement/decisionRule",
                "true, SIMPLE_ACCEPTANCE, w = U/2, /agreement/otherRule",
                "-, GUARDED_ACCEPTANCE, -, /agreement/conformityStatement",
                "false, -, w = U/2, /agreement/conformityStatement",
                "true, GUARDED_NON_BINARY, -, -",
                "true, -, w = U/2, -",
                "-, -, -, -"
            })
    void aStatementOfConformityHasOneRuleAndOneRuleItsStatement(
            @Nullable Boolean wanted, @Nullable DecisionRule rule, @Nullable String other, @Nullable String fault) {
        Agreement agreement = new Agreement(wanted, rule, other, null, null, null);
        DemandDraft draft = new DemandDraft(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                agreement,
                List.of(ItemSpec.of(Family.METROLOGY, "数显卡尺")));
        ItemRules items = new ItemRules(UnitRegistry.standard());
        if (fault == null) {
            DraftRules.check(draft, items, LocalDate.EPOCH);
        } else {
            assertThatThrownBy(() -> DraftRules.check(draft, items, LocalDate.EPOCH))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.faults())
                            .singleElement()
                            .extracting(FieldFault::pointer)
                            .isEqualTo(fault));
        }
    }
}
