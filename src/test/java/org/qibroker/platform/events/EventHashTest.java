package org.qibroker.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventHashTest {
    private static final UUID STREAM = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID ONE = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final UUID TWO = UUID.fromString("00000000-0000-7000-8000-00000000000b");
    private static final byte[] FIRST = new byte[0];

    @Test
    void doesNotDependOnTheOrderOfMembersOrTheSpellingOfNumbers() throws Exception {
        LoggedEvent written = event("{\"a\": 1.50, \"b\": {\"x\": 100, \"y\": [1, 0]}}", Set.of(ONE, TWO));
        LoggedEvent stored = event("{\"b\": {\"y\": [1.0, 0.0], \"x\": 1e2}, \"a\": 1.5}", Set.of(TWO, ONE));

        assertThat(EventHash.of(FIRST, stored)).isEqualTo(EventHash.of(FIRST, written));
    }

    @Test
    void changesWithWhatTheEventSays() throws Exception {
        byte[] hash = EventHash.of(FIRST, event("{\"a\": 1}", Set.of(ONE)));

        assertThat(EventHash.of(FIRST, event("{\"a\": 2}", Set.of(ONE)))).isNotEqualTo(hash);
        assertThat(EventHash.of(FIRST, event("{\"a\": \"1\"}", Set.of(ONE)))).isNotEqualTo(hash);
        assertThat(EventHash.of(FIRST, event("{\"a\": 1}", Set.of(TWO)))).isNotEqualTo(hash);
    }

    @Test
    void changesWithTheEventBefore() throws Exception {
        LoggedEvent event = event("{}", Set.of());

        assertThat(EventHash.of(EventHash.of(FIRST, event), event)).isNotEqualTo(EventHash.of(FIRST, event));
    }

    private static LoggedEvent event(String data, Set<UUID> parties) throws Exception {
        JsonNode json = new ObjectMapper().readTree(data);
        return new LoggedEvent(
                7,
                "booking",
                STREAM,
                1,
                "booking-requested",
                ONE,
                TWO,
                "王工",
                parties,
                Instant.parse("2026-11-24T02:00:00Z"),
                json);
    }
}
