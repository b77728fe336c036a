package org.qibroker.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Family;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;

/** Demands following the log of bookings, submission within another's transaction, and the tables' constraints. */
class DemandProgressIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Platform platform = BROKER.platform();
    private final Demands demands = new Demands(platform, UnitRegistry.standard());

    private static Caller caller() {
        Person person = BROKER.person(Role.ENTERPRISE);
        return new Caller(person.userId(), person.organisation(), Set.of(Role.ENTERPRISE), "x");
    }

    private Demand submitted() {
        DemandDraft draft = new DemandDraft(
                "两项",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(ItemSpec.of(Family.METROLOGY, "卡尺"), ItemSpec.of(Family.METROLOGY, "塞规")));
        Demand demand = TestBroker.await(demands.create(draft, caller()));
        return TestBroker.await(platform.database().transaction(tx -> demands.submit(tx, demand.id(), 1, caller())));
    }

    /** Logs what became of a booking, and waits until the broker has followed it. */
    private void booking(UUID booking, Demand demand, List<UUID> items, String state) {
        Map<String, Object> data = Map.of("demandId", demand.id(), "demandItemIds", items, "state", state);
        Change change = new Change("booking", booking, "booking-accepted", Caller.SYSTEM, Set.of(), data);
        LoggedEvent logged = TestBroker.await(
                platform.database().transaction(tx -> platform.events().append(tx, change)));
        long giveUp = System.nanoTime() + LONGEST.toNanos();
        while (followed() < logged.position()) {
            assertThat(System.nanoTime()).as("followed in time").isLessThan(giveUp);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static long followed() {
        return BROKER.rows("SELECT position FROM projection WHERE name = 'demand-progress'").stream()
                .mapToLong(row -> (Long) row.get("position"))
                .max()
                .orElse(0);
    }

    private DemandState state(Demand demand) {
        return TestBroker.await(demands.get(demand.id(), caller())).state();
    }

    @Test
    void isBookedAndFulfilledAsItsItemsAre() {
        Demand demand = submitted();
        UUID first = demand.items().get(0).id();
        UUID second = demand.items().get(1).id();
        UUID a = UUID.randomUUID();
        UUID b = UUID.randomUUID();
        booking(a, demand, List.of(first), "REQUESTED");
        assertThat(state(demand)).isEqualTo(DemandState.PARTLY_BOOKED);
        booking(b, demand, List.of(second), "REQUESTED");
        assertThat(state(demand)).isEqualTo(DemandState.BOOKED);
        booking(b, demand, List.of(second), "DECLINED");
        assertThat(state(demand)).isEqualTo(DemandState.PARTLY_BOOKED);
        booking(UUID.randomUUID(), demand, List.of(second), "COMPLETED");
        booking(a, demand, List.of(first), "COMPLETED");
        assertThat(state(demand)).isEqualTo(DemandState.FULFILLED);
        assertThat(BROKER.rows(
                        "SELECT type FROM event WHERE kind = 'demand' AND stream = ? ORDER BY sequence", demand.id()))
                .extracting(row -> row.get("type"))
                .containsExactly(
                        "demand-drafted",
                        "demand-submitted",
                        "demand-partly-booked",
                        "demand-booked",
                        "demand-partly-booked",
                        "demand-booked",
                        "demand-fulfilled");
    }

    @Test
    void cannotBeGivenUpWhileSomethingIsBooked() {
        Demand demand = submitted();
        UUID a = UUID.randomUUID();
        List<UUID> first = List.of(demand.items().get(0).id());
        booking(a, demand, first, "ACCEPTED");
        long version = TestBroker.await(demands.get(demand.id(), caller())).version();
        assertThatThrownBy(() -> TestBroker.await(demands.cancel(demand.id(), version, null, caller())))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("demand-action"));
        booking(a, demand, first, "CANCELLED");
        Demand ended = TestBroker.await(demands.cancel(demand.id(), version + 1, "不做了", caller()));
        assertThat(ended.state()).isEqualTo(DemandState.CANCELLED);
    }

    @Test
    void isSubmittedOnceAndWithTheRestOfTheTransaction() {
        Demand demand = submitted();
        assertThat(demand.submittedAt()).isNotNull();
        assertThat(demand.items()).hasSize(2);
        assertThatThrownBy(() -> TestBroker.await(
                        platform.database().transaction(tx -> demands.submit(tx, demand.id(), 2, caller()))))
                .hasMessageContaining("demand-not-draft");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demand_title_said | UPDATE demand SET title = ''",
                "demand_district_form | UPDATE demand SET district = 'Pudong'",
                "demand_budget_positive | UPDATE demand SET budget_fen = 0",
                "demand_preset_known | UPDATE demand SET preset = 'LUCKY'",
                "demand_state_known | UPDATE demand SET state = 'LOST'",
                "demand_submitted_once | UPDATE demand SET state = 'BOOKED', submitted_at = NULL",
                "demand_submitted_once | UPDATE demand SET state = 'DRAFT', submitted_at = now()",
                "demand_version_positive | UPDATE demand SET version = 0",
                "demand_enterprise_known | UPDATE demand SET enterprise_id = gen_random_uuid()",
                "demand_item_place_range | UPDATE demand_item SET place = 200 + place",
                "demand_item_place_once | UPDATE demand_item SET place = 7",
                "demand_item_spec_said | UPDATE demand_item SET spec = '{}'",
                "demand_item_demand_known | UPDATE demand_item SET demand_id = gen_random_uuid()",
                "demand_item_booking_item_known | INSERT INTO demand_item_booking VALUES (gen_random_uuid(), gen_random_uuid(), 'REQUESTED')"
            })
    void theTablesRefuseWhatMakesNoSense(String constraint, String sql) {
        submitted();
        assertThatThrownBy(() -> BROKER.execute(sql)).hasStackTraceContaining(constraint);
    }
}
