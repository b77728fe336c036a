package org.qibroker.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qibroker.booking.Actor.COORDINATOR;
import static org.qibroker.booking.Actor.ENTERPRISE;
import static org.qibroker.booking.Actor.PROVIDER;
import static org.qibroker.custody.Condition.DAMAGED;
import static org.qibroker.custody.Condition.GOOD;
import static org.qibroker.custody.Condition.MISSING;
import static org.qibroker.custody.Condition.WRONG;
import static org.qibroker.custody.SampleState.DISPATCHED;
import static org.qibroker.custody.SampleState.DISPOSED;
import static org.qibroker.custody.SampleState.IN_LAB;
import static org.qibroker.custody.SampleState.LOST;
import static org.qibroker.custody.SampleState.PREPARED;
import static org.qibroker.custody.SampleState.RECEIVED;
import static org.qibroker.custody.SampleState.RETURNED;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.booking.Actor;
import org.qibroker.custody.Sample.Shipment;
import org.qibroker.demand.Agreement.SampleDisposal;
import org.qibroker.shared.Refusal;

class CustodyRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
    private static final SampleCode CODE = new SampleCode("0000000000");

    private static Sample sample(SampleState state, @Nullable Condition condition) {
        Shipment sent = state == PREPARED ? null : new Shipment("顺丰速运", "SF1");
        return new Sample(new UUID(0, 1), new UUID(0, 2), 1, CODE, "卡尺", state, condition, sent, NOW);
    }

    private static CustodyStep to(SampleState state) {
        return new CustodyStep(
                state, state == RECEIVED ? GOOD : null, "顺丰速运", "SF2", null, state == LOST ? "遍寻不着" : null);
    }

    private static Sample step(Sample from, Actor actor, CustodyStep step) {
        return CustodyRules.after(from, step, actor, SampleDisposal.RETURN, NOW);
    }

    @Test
    void theEnterpriseSendsAndTheLaboratoryDoesTheRest() {
        Sample sent = step(sample(PREPARED, null), ENTERPRISE, to(DISPATCHED));
        Sample received = step(sent, PROVIDER, to(RECEIVED));
        Sample inLab = step(received, PROVIDER, to(IN_LAB));
        Sample returned = step(inLab, PROVIDER, to(RETURNED));

        assertThat(sent.shipment()).isEqualTo(new Shipment("顺丰速运", "SF2"));
        assertThat(received.condition()).isEqualTo(GOOD);
        assertThat(inLab.state()).isEqualTo(IN_LAB);
        assertThat(returned.condition()).isEqualTo(GOOD);
    }

    @Test
    void eachSideSeesItsOwnWays() {
        assertThat(CustodyRules.ways(sample(PREPARED, null), ENTERPRISE)).containsExactly(DISPATCHED);
        assertThat(CustodyRules.ways(sample(PREPARED, null), PROVIDER)).containsExactly(RECEIVED);
        assertThat(CustodyRules.ways(sample(DISPATCHED, null), ENTERPRISE)).containsExactly(LOST);
        assertThat(CustodyRules.ways(sample(DISPATCHED, null), PROVIDER)).containsExactly(RECEIVED, LOST);
        assertThat(CustodyRules.ways(sample(RECEIVED, GOOD), ENTERPRISE)).isEmpty();
        assertThat(CustodyRules.ways(sample(RECEIVED, DAMAGED), PROVIDER))
                .containsExactly(IN_LAB, RETURNED, DISPOSED, LOST);
        assertThat(CustodyRules.ways(sample(IN_LAB, GOOD), PROVIDER)).containsExactly(RETURNED, DISPOSED, LOST);
        assertThat(CustodyRules.ways(sample(RETURNED, GOOD), ENTERPRISE)).containsExactly(LOST);
        assertThat(CustodyRules.ways(sample(DISPOSED, GOOD), PROVIDER)).isEmpty();
        for (SampleState state : SampleState.values()) {
            assertThat(CustodyRules.ways(sample(state, GOOD), COORDINATOR)).isEmpty();
        }
    }

    @Test
    void whatIsMissingOrWrongIsNotWorkedOnButMayTurnUp() {
        assertThat(CustodyRules.ways(sample(RECEIVED, MISSING), PROVIDER)).containsExactly(RECEIVED, LOST);
        assertThat(CustodyRules.ways(sample(RECEIVED, WRONG), PROVIDER))
                .containsExactly(RECEIVED, RETURNED, DISPOSED, LOST);
        assertThat(CustodyRules.ways(sample(RECEIVED, MISSING), ENTERPRISE)).containsExactly(DISPATCHED);
        assertThat(CustodyRules.ways(sample(LOST, GOOD), PROVIDER)).containsExactly(RECEIVED);
        Sample sentAgain = step(sample(RECEIVED, MISSING), ENTERPRISE, to(DISPATCHED));
        assertThat(sentAgain.condition()).isNull();
    }

    @Test
    void everyStateIsReachedAndNoWayLeavesTheTable() {
        Set<SampleState> reached = EnumSet.of(PREPARED);
        Set<String> seen = new HashSet<>();
        Deque<Sample> ahead = new ArrayDeque<>(List.of(sample(PREPARED, null)));
        while (!ahead.isEmpty()) {
            Sample sample = ahead.pop();
            for (Actor actor : List.of(ENTERPRISE, PROVIDER)) {
                for (SampleState next : CustodyRules.ways(sample, actor)) {
                    for (Condition found : Condition.values()) {
                        CustodyStep step = new CustodyStep(next, found, "顺丰速运", null, null, "已说明");
                        Sample after = step(sample, actor, step);
                        reached.add(after.state());
                        if (seen.add(after.state() + " " + after.condition())) {
                            ahead.push(after);
                        }
                    }
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(SampleState.values());
        assertThat(seen).doesNotContain("IN_LAB MISSING", "IN_LAB WRONG", "RETURNED MISSING", "DISPOSED MISSING");
    }

    @Test
    void whatHasToBeSaidIsAskedForAtItsPlace() {
        refused(
                sample(PREPARED, null),
                ENTERPRISE,
                new CustodyStep(DISPATCHED, null, " ", null, null, null),
                "/carrier");
        refused(
                sample(DISPATCHED, null),
                PROVIDER,
                new CustodyStep(RECEIVED, null, null, null, null, null),
                "/condition");
        refused(sample(DISPATCHED, null), PROVIDER, CustodyStep.received(DAMAGED), "/note");
        refused(sample(DISPATCHED, null), PROVIDER, CustodyStep.received(WRONG), "/note");
        refused(sample(DISPATCHED, null), ENTERPRISE, new CustodyStep(LOST, null, null, null, null, " "), "/note");
        assertThat(step(sample(DISPATCHED, null), PROVIDER, CustodyStep.received(MISSING))
                        .state())
                .isEqualTo(RECEIVED);
    }

    @Test
    void itEndsAsAgreedOrSomebodySaysWhyNot() {
        CustodyStep silent = new CustodyStep(DISPOSED, null, null, null, null, null);
        refused(sample(IN_LAB, GOOD), PROVIDER, silent, "/note");
        assertThat(step(sample(IN_LAB, GOOD), PROVIDER, new CustodyStep(DISPOSED, null, null, null, null, "委托方来电同意"))
                        .state())
                .isEqualTo(DISPOSED);
        assertThat(CustodyRules.after(sample(IN_LAB, GOOD), silent, PROVIDER, SampleDisposal.DISPOSE, NOW)
                        .state())
                .isEqualTo(DISPOSED);
        assertThatThrownBy(() ->
                        CustodyRules.after(sample(IN_LAB, GOOD), to(RETURNED), PROVIDER, SampleDisposal.KEEP, NOW))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theWrongOneIsForbiddenAndTheWrongStateIsAConflict() {
        kind(sample(PREPARED, null), PROVIDER, to(DISPATCHED), Refusal.Kind.FORBIDDEN);
        kind(sample(DISPATCHED, null), ENTERPRISE, to(RECEIVED), Refusal.Kind.FORBIDDEN);
        kind(sample(DISPATCHED, null), COORDINATOR, to(RECEIVED), Refusal.Kind.FORBIDDEN);
        kind(sample(PREPARED, null), PROVIDER, to(IN_LAB), Refusal.Kind.CONFLICT);
        kind(sample(DISPOSED, GOOD), PROVIDER, to(RETURNED), Refusal.Kind.CONFLICT);
        kind(sample(IN_LAB, GOOD), PROVIDER, to(PREPARED), Refusal.Kind.FORBIDDEN);
    }

    @Test
    void theWorkBeginsOnceNothingIsOnItsWayAndSomethingIsThere() {
        assertThat(CustodyRules.allArrived(List.of(sample(RECEIVED, GOOD), sample(RECEIVED, MISSING))))
                .isTrue();
        assertThat(CustodyRules.allArrived(List.of(sample(RECEIVED, DAMAGED)))).isTrue();
        assertThat(CustodyRules.allArrived(List.of(sample(RECEIVED, GOOD), sample(DISPATCHED, null))))
                .isFalse();
        assertThat(CustodyRules.allArrived(List.of(sample(RECEIVED, MISSING), sample(RECEIVED, WRONG))))
                .isFalse();
        assertThat(CustodyRules.allArrived(List.of(sample(RECEIVED, GOOD), sample(PREPARED, null))))
                .isFalse();
    }

    private static void refused(Sample from, Actor actor, CustodyStep step, String pointer) {
        assertThatThrownBy(() -> step(from, actor, step)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.faults().get(0).pointer())
                .isEqualTo(pointer));
    }

    private static void kind(Sample from, Actor actor, CustodyStep step, Refusal.Kind kind) {
        assertThatThrownBy(() -> step(from, actor, step))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
