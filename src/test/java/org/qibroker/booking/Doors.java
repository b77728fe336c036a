package org.qibroker.booking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.shared.Role;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;

/** Clients who come through different doors, and through different nodes, for the same places at the same moment. */
final class Doors {
    private final TestBroker broker;
    private final TestLab lab;
    private final UUID line;
    private final List<ApiClient> nodes;

    /** Doors of a broker, reached through these nodes. */
    Doors(TestBroker broker, List<ApiClient> nodes) {
        this.broker = broker;
        this.lab = new TestLab(broker, 1);
        this.line = lab.line(null);
        this.nodes = nodes;
        broker.person(Role.ENTERPRISE);
    }

    private ApiClient enterprise(int client) {
        return nodes.get(client % nodes.size())
                .withToken(broker.person(Role.ENTERPRISE).token());
    }

    private ApiClient lab(int client) {
        return nodes.get(client % nodes.size())
                .withToken(broker.person(Role.PROVIDER, 1).token());
    }

    /** What is fought for: a slot of a resource, and a line that is done on it. */
    private record Prize(UUID resource, UUID line, Map<String, String> slot) {
        Map<String, Object> wish() {
            Map<String, Object> wish = new HashMap<>(slot);
            wish.put("capabilityIds", List.of(line));
            wish.put("resourceId", resource);
            return wish;
        }
    }

    private Prize prize(UUID resource, int slot) {
        return new Prize(resource, line, lab.slot(resource, slot));
    }

    /** How many live places of the slot there are now. */
    private int live(Prize prize) {
        return broker.rows(
                        """
                        SELECT id FROM allocation WHERE resource_id = ? AND live AND NOT overdue
                          AND slot_start = ?::timestamptz""",
                        prize.resource(),
                        prize.slot().get("start"))
                .size();
    }

    private Answer book(int client, Map<String, Object> wish) {
        return enterprise(client).withKey().post("/api/v1/bookings", wish);
    }

    private Answer step(ApiClient who, Answer last, Map<String, Object> body) {
        return who.ifMatch(last.version()).post("/api/v1/bookings/" + last.id() + "/transitions", body);
    }

    /** Many want to book a slot of so many places; how many have one then, and were told so. */
    Outcome booking(int places, int clients) {
        Prize prize = prize(lab.resource(places), 0);
        List<Integer> told = Together.all(clients, i -> book(i, prize.wish()).status());
        return new Outcome(live(prize), count(told, 201), clients - count(told, 201) - count(told, 409));
    }

    /** Half of many want to hold the last place of a slot, half to book it. */
    Outcome holdAndBook(int clients) {
        Prize prize = prize(lab.resource(1), 0);
        Map<String, Object> hold = new HashMap<>(prize.slot());
        hold.put("resourceId", prize.resource());
        List<Integer> told = Together.all(
                clients,
                i -> i / 2 % 2 == 0
                        ? book(i, prize.wish()).status()
                        : enterprise(i).post("/api/v1/holds", hold).status());
        return new Outcome(live(prize), count(told, 201), clients - count(told, 201) - count(told, 409));
    }

    /** Those who have a booking at another time want to move to a slot, others to book it. */
    Outcome rescheduleAndBook(int movers, int clients) {
        UUID resource = lab.resource(movers);
        Prize old = prize(resource, 0);
        Prize wanted = prize(resource, 1);
        List<Answer> accepted =
                Together.all(movers, i -> step(lab(i), book(i, old.wish()).expect(201), Map.of("action", "accept"))
                        .expect(200));
        for (int i = 0; i < movers - 1; i++) {
            book(i, wanted.wish()).expect(201);
        }
        Map<String, Object> move = new HashMap<>(wanted.slot());
        move.put("action", "reschedule");
        List<Integer> told = Together.all(
                clients,
                i -> i < movers
                        ? step(lab(i), accepted.get(i), move).status()
                        : book(i, wanted.wish()).status());
        int got = count(told, 200) + count(told, 201);
        return new Outcome(live(wanted) - (movers - 1), got, clients - got - count(told, 409));
    }

    /** Work of another resource is to be reassigned to the last place of a slot, others want to book it. */
    Outcome reassignAndBook(int movers, int clients) {
        UUID elsewhere = lab.resource(movers);
        Prize old = prize(elsewhere, 0);
        Prize wanted = prize(lab.resource(1), 0);
        List<Answer> booked = Together.all(movers, i -> book(i, old.wish()).expect(201));
        Map<String, Object> to = Map.of("resourceId", wanted.resource());
        List<Integer> told = Together.all(
                clients,
                i -> i < movers
                        ? lab(i).ifMatch(1)
                                .post("/api/v1/bookings/" + booked.get(i).id() + "/resource", to)
                                .status()
                        : book(i, wanted.wish()).status());
        int got = count(told, 200) + count(told, 201);
        return new Outcome(live(wanted), got, clients - got - count(told, 409));
    }

    /** Many want as many pieces each on days that take so many; how many pieces they got in all. */
    Outcome pieces(int quota, int each, int clients) {
        Map<String, Object> draft = lab.draft(quota, 60, 0, 0);
        draft.put("mode", "DAY_QUOTA");
        UUID resource = lab.api().post("/api/v1/resources", draft).expect(201).id();
        Prize prize = prize(resource, 0);
        Map<String, Object> wish = prize.wish();
        wish.put("pieces", each);
        List<Integer> told = Together.all(clients, i -> book(i, wish).status());
        return new Outcome(live(prize), each * count(told, 201), clients - count(told, 201) - count(told, 409));
    }

    /** Half of many book so many pieces, half look what is free and take it, without coming one after another. */
    Outcome piecesByTurnsAndNot(int quota, int each, int clients) {
        Map<String, Object> draft = lab.draft(quota, 60, 0, 0);
        draft.put("mode", "DAY_QUOTA");
        UUID resource = lab.api().post("/api/v1/resources", draft).expect(201).id();
        Prize prize = prize(resource, 0);
        Map<String, Object> wish = prize.wish();
        wish.put("pieces", each);
        List<Integer> got = Together.all(
                clients, i -> i % 2 == 0 ? book(i, wish).status() == 201 ? each : 0 : grabbed(prize, each));
        return new Outcome(live(prize), got.stream().mapToInt(Integer::intValue).sum(), 0);
    }

    private int grabbed(Prize prize, int pieces) {
        return broker.execute(
                """
                INSERT INTO allocation (id, resource_id, unit_id, during, slot_start, slot_end, organisation_id,
                                        expires_at, live)
                SELECT gen_random_uuid(), u.resource_id, u.id, tstzrange(day.day_start, day.day_end), day.day_start,
                       day.day_end, ?, now() + interval '1 year', true
                FROM resource_unit u, (SELECT ?::timestamptz AS day_start, ?::timestamptz AS day_end) AS day
                WHERE u.resource_id = ? AND NOT EXISTS (
                    SELECT FROM allocation a
                    WHERE a.unit_id = u.id AND a.live AND a.during && tstzrange(day.day_start, day.day_end))
                ORDER BY u.ordinal LIMIT ?
                ON CONFLICT ON CONSTRAINT allocation_no_overlap DO NOTHING""",
                broker.person(Role.ENTERPRISE).organisation(),
                prize.slot().get("start"),
                prize.slot().get("end"),
                prize.resource(),
                pieces);
    }

    /** Two want to book while one of two units is taken out of service; how many are booked, on how many units. */
    List<Integer> shrinkAndBook() {
        Prize prize = prize(lab.resource(2), 0);
        Map<String, Object> smaller = lab.draft(1, 120, 0, 0);
        Together.all(
                3,
                i -> i == 0
                        ? lab(0).ifMatch(1)
                                .put("/api/v1/resources/" + prize.resource(), smaller)
                                .status()
                        : book(i, prize.wish()).status());
        return bookedAndUnits(prize);
    }

    /** The same, by somebody who looks whether anything is booked, locks nothing, and acts a moment later. */
    List<Integer> shrinkAndBookUnguarded() {
        Prize prize = prize(lab.resource(2), 0);
        boolean free = live(prize) < 2;
        Together.all(2, i -> book(i, prize.wish()));
        if (free) {
            broker.execute(
                    "UPDATE resource_unit SET in_service = false WHERE resource_id = ? AND ordinal = 2",
                    prize.resource());
        }
        return bookedAndUnits(prize);
    }

    private List<Integer> bookedAndUnits(Prize prize) {
        int units = broker.rows("SELECT id FROM resource_unit WHERE resource_id = ? AND in_service", prize.resource())
                .size();
        return List.of(live(prize), units);
    }

    /** Two coordinators decide one dispute at the same moment; what each is told. */
    List<Integer> resolving() {
        Answer last = book(0, Map.of("capabilityIds", List.of(line))).expect(201);
        for (String action : List.of("accept", "receive", "issue")) {
            last = step(lab(0), last, Map.of("action", action)).expect(200);
        }
        Answer disputed = step(enterprise(0), last, Map.of("action", "dispute", "reason", "数据有误"))
                .expect(200);
        return Together.all(2, i -> step(
                        nodes.get(i % nodes.size())
                                .withToken(
                                        broker.person(Role.COORDINATOR, i + 1).token()),
                        disputed,
                        Map.of("action", "resolve", "reason", "已核实", "outcome", i == 0 ? "COMPLETED" : "CANCELLED"))
                .status());
    }

    private static int count(List<Integer> statuses, int wanted) {
        return (int) statuses.stream().filter(status -> status == wanted).count();
    }

    /**
     * What came of it.
     *
     * @param taken places taken, by the database
     * @param told places promised, by the answers
     * @param odd answers that neither promise nor say that it is taken
     */
    record Outcome(int taken, int told, int odd) {}
}
