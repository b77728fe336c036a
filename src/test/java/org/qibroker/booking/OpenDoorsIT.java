package org.qibroker.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.shared.Role;
import org.qibroker.support.TestBroker;

/**
 * The races of {@link DoorsIT} in a database without the guards: then places are given twice, so it is the guards that
 * decide, and the races are sharp enough to see it.
 */
class OpenDoorsIT {
    private static final int MOST_ROUNDS = 25;

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--booking.open-holds=0", "--booking.open-requests=0");

    private static Doors doors;

    @BeforeAll
    static void takeTheGuardsAway() {
        doors = new Doors(BROKER, List.of(BROKER.api()));
        BROKER.execute(
                """
                ALTER TABLE allocation DROP CONSTRAINT allocation_no_overlap,
                    ADD CONSTRAINT allocation_no_overlap EXCLUDE USING gist (id WITH =) WHERE (live)""");
        BROKER.execute("ALTER TABLE event DROP CONSTRAINT event_sequence_once");
        BROKER.execute("ALTER TABLE booking RENAME TO booking_kept");
        BROKER.execute("CREATE VIEW booking AS SELECT * FROM booking_kept");
        BROKER.execute(
                """
                CREATE FUNCTION booking_at_any_version() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    UPDATE booking_kept SET (version, state, proposal, allocation_id, resource_id, response_due,
                                             turnaround_due, completion_due, next_due, acts_by, acts_next) =
                        (SELECT NEW.version, NEW.state, NEW.proposal, NEW.allocation_id, NEW.resource_id,
                                NEW.response_due, NEW.turnaround_due, NEW.completion_due, NEW.next_due,
                                NEW.acts_by, NEW.acts_next)
                    WHERE id = NEW.id;
                    RETURN NEW;
                END $$""");
        BROKER.execute(
                """
                CREATE TRIGGER booking_at_any_version INSTEAD OF UPDATE ON booking
                FOR EACH ROW EXECUTE FUNCTION booking_at_any_version()""");
    }

    /** A race is lost sooner or later where nothing guards. */
    private static void lost(BooleanSupplier race) {
        assertThat(Stream.generate(race::getAsBoolean).limit(MOST_ROUNDS).anyMatch(given -> given))
                .isTrue();
    }

    @Test
    void moreGetAPlaceThanThereAre() {
        lost(() -> doors.booking(1, 40).taken() > 1);
    }

    @Test
    void aHoldAndABookingGetTheSamePlace() {
        lost(() -> doors.holdAndBook(40).taken() > 1);
    }

    @Test
    void aRescheduleAndABookingGetTheSamePlace() {
        lost(() -> doors.rescheduleAndBook(3, 20).taken() > 1);
    }

    @Test
    void aReassignmentAndABookingGetTheSamePlace() {
        lost(() -> doors.reassignAndBook(4, 20).taken() > 1);
    }

    @Test
    void aDayTakesMoreThanItsQuota() {
        lost(() -> doors.piecesByTurnsAndNot(6, 2, 20).taken() > 6);
    }

    @Test
    void bothOfTwoResolveOneDispute() {
        BROKER.person(Role.COORDINATOR, 2);
        lost(() -> doors.resolving().equals(List.of(200, 200)));
    }

    @Test
    void aUnitGoesOutOfServiceUnderABooking() {
        lost(() -> {
            List<Integer> bookedAndUnits = doors.shrinkAndBookUnguarded();
            return bookedAndUnits.get(0) > bookedAndUnits.get(1);
        });
    }
}
