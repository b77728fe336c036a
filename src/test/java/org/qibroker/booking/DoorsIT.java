package org.qibroker.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.TestBroker;
import org.qibroker.support.TestNode;

/**
 * No place is given twice, whatever door it is asked for at, through two processes on one database. {@link OpenDoorsIT}
 * runs the same races without the guard.
 */
class DoorsIT {
    private static final String[] SETTINGS = {"--booking.open-holds=0", "--booking.open-requests=0"};

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker(SETTINGS);

    private static TestNode other;
    private static Doors doors;

    @BeforeAll
    static void openBothNodes() {
        other = TestNode.beside(BROKER, SETTINGS);
        doors = new Doors(BROKER, List.of(BROKER.api(), other.api()));
    }

    @AfterAll
    static void closeTheOther() {
        other.close();
    }

    @AfterEach
    void noTwoLiveAllocationsOfAUnitOverlap() {
        assertThat(
                        BROKER.rows(
                                """
                        SELECT a.id FROM allocation a JOIN allocation b
                            ON a.unit_id = b.unit_id AND a.id < b.id AND a.live AND b.live AND a.during && b.during"""))
                .isEmpty();
    }

    private static void rounds(int count, Supplier<Doors.Outcome> race, int places) {
        for (int round = 0; round < count; round++) {
            assertThat(race.get()).isEqualTo(new Doors.Outcome(places, places, 0));
        }
    }

    @Test
    void ofHundredsAsManyGetAPlaceAsThereAre() {
        rounds(2, () -> doors.booking(3, 200), 3);
        rounds(5, () -> doors.booking(1, 40), 1);
    }

    @Test
    void aHoldAndABookingNeverGetTheSamePlace() {
        rounds(4, () -> doors.holdAndBook(40), 1);
    }

    @Test
    void aRescheduleAndABookingNeverGetTheSamePlace() {
        rounds(3, () -> doors.rescheduleAndBook(3, 30), 1);
    }

    @Test
    void aReassignmentAndABookingNeverGetTheSamePlace() {
        rounds(3, () -> doors.reassignAndBook(4, 30), 1);
    }

    @Test
    void aDayNeverTakesMoreThanItsQuota() {
        rounds(3, () -> doors.pieces(12, 3, 40), 12);
    }

    @Test
    void whoTakesNoTurnsGetsNoMoreOfADayThanThereIs() {
        for (int round = 0; round < 3; round++) {
            Doors.Outcome outcome = doors.piecesByTurnsAndNot(6, 2, 20);
            assertThat(outcome.taken()).isLessThanOrEqualTo(6).isEqualTo(outcome.told());
        }
    }

    @Test
    void aUnitNeverGoesOutOfServiceWithABookingThatHasNoOther() {
        for (int round = 0; round < 4; round++) {
            List<Integer> bookedAndUnits = doors.shrinkAndBook();
            assertThat(bookedAndUnits.get(0)).isLessThanOrEqualTo(bookedAndUnits.get(1));
        }
    }

    @Test
    void ofTwoWhoResolveADisputeOneDoes() {
        BROKER.person(Role.COORDINATOR, 2);
        for (int round = 0; round < 3; round++) {
            List<Integer> told = doors.resolving();
            assertThat(told).containsOnlyOnce(200).hasSize(2);
            assertThat(told).filteredOn(status -> status != 200).allMatch(status -> status == 412 || status == 409);
        }
    }
}
