package org.qibroker.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.platform.events.LoggedEvent;
import org.qibroker.platform.http.Json;

class NoticeRulesTest {
    private static final UUID LAB = new UUID(0, 1);
    private static final UUID FIRM = new UUID(0, 2);

    private static LoggedEvent event(
            String kind, String type, @Nullable UUID by, Set<UUID> parties, Map<String, ?> data) {
        JsonNode json = Json.mapper().valueToTree(data);
        return new LoggedEvent(7, kind, new UUID(0, 9), 3, type, null, by, "somebody", parties, Instant.EPOCH, json);
    }

    @Test
    void whoeverDidItIsNotToldAndTheClockTellsBoth() {
        Map<String, String> data = Map.of("number", "QB1", "reason", "CNAS");
        LoggedEvent accepted = event("booking", "booking-accepted", LAB, Set.of(LAB, FIRM), data);
        LoggedEvent flagged = event("booking", "booking-flagged", null, Set.of(LAB, FIRM), data);
        assertThat(NoticeRules.audience(accepted)).containsExactly(FIRM);
        assertThat(NoticeRules.audience(flagged)).containsExactlyInAnyOrder(LAB, FIRM);
        assertThat(NoticeRules.about(flagged)).isEqualTo("QB1");
        assertThat(NoticeRules.detail(flagged)).isEqualTo("CNAS");
    }

    @Test
    void whoWaitsIsToldWhatCanBeDoneAndByWhom() {
        UUID demand = new UUID(0, 5);
        Map<String, Object> data = Map.of("demandId", demand, "subject", "激光跟踪仪", "providerName", "示例院");
        LoggedEvent met = event("watch", "watch-met", null, Set.of(FIRM), data);
        assertThat(NoticeRules.audience(met)).containsExactly(FIRM);
        assertThat(NoticeRules.about(met)).isEqualTo("激光跟踪仪");
        assertThat(NoticeRules.detail(met)).isEqualTo("示例院");
        assertThat(NoticeRules.subject(met)).isEqualTo(demand);
        assertThat(NoticeRules.audience(event("watch", "watch-began", FIRM, Set.of(FIRM), data)))
                .isEmpty();
    }

    @Test
    void aProviderIsToldWhatACoordinatorDecidedButNotWhatItDidItself() {
        Map<String, String> data = Map.of("scheme", "CNAS", "certificateNumber", "L1", "reason", "");
        LoggedEvent rejected = event("provider", "accreditation-rejected", FIRM, Set.of(LAB), data);
        LoggedEvent own = event("provider", "accreditation-suspended", LAB, Set.of(LAB), data);
        LoggedEvent scope = event("provider", "scope-changed", FIRM, Set.of(LAB), Map.of());
        assertThat(NoticeRules.audience(rejected)).containsExactly(LAB);
        assertThat(NoticeRules.about(rejected)).isEqualTo("CNAS L1");
        assertThat(NoticeRules.audience(own)).isEmpty();
        assertThat(NoticeRules.audience(scope)).isEmpty();
    }
}
