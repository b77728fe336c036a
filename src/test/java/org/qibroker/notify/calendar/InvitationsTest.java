package org.qibroker.notify.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.http.Json;

class InvitationsTest {
    @ParameterizedTest
    @CsvSource({
        "booking-requested, , REQUESTED, true, ",
        "booking-accepted, REQUESTED, ACCEPTED, true, REQUEST",
        "booking-accepted, REQUESTED, ACCEPTED, false, ", // nothing is reserved
        "booking-awarded, , ACCEPTED, true, REQUEST",
        "booking-reschedule-proposed, ACCEPTED, ACCEPTED, true, ",
        "booking-rescheduled, ACCEPTED, ACCEPTED, true, REQUEST",
        "booking-reassigned, IN_PROGRESS, IN_PROGRESS, true, REQUEST",
        "booking-received, ACCEPTED, IN_PROGRESS, true, ",
        "booking-cancelled, REQUESTED, CANCELLED, true, ", // nobody was invited
        "booking-cancelled, ACCEPTED, CANCELLED, true, CANCEL",
        "booking-terminated, ON_HOLD, CANCELLED, true, CANCEL",
        "booking-declined, REQUESTED, DECLINED, true, "
    })
    void whoeverWasInvitedIsToldAndNobodyElse(String type, String from, String to, boolean place, String method) {
        ObjectNode data = Json.mapper().createObjectNode().put("to", to);
        if (from != null) {
            data.put("from", from);
        }
        if (place) {
            data.putObject("place").put("zone", "Asia/Shanghai");
        }
        LoggedEvent event = new LoggedEvent(
                1, "booking", new UUID(0, 9), 3, type, null, null, "somebody", Set.of(), Instant.EPOCH, data);
        assertThat(Invitations.method(event).map(Enum::name).orElse(null)).isEqualTo(method);
    }
}
