package org.qibroker.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTextsTest {
    @Test
    void noticesATypeThatNobodyCanRead() {
        assertThat(EventTexts.missing(List.of(
                        Map.of("kind", "booking", "type", "booking-vanished"),
                        Map.of("kind", "booking", "type", "booking-accepted"),
                        Map.of("kind", "thing-of-a-test", "type", "happened"))))
                .containsExactly("audit.type.booking-vanished");
    }

    @Test
    void noticesATypeThatNobodyWouldBeToldOf() {
        assertThat(EventTexts.missing(List.of(Map.of("kind", "slip", "type", "booking-accepted"))))
                .containsExactly("kind of notices: slip, for booking-accepted");
    }
}
