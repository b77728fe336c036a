package org.qibroker.notify.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qibroker.platform.http.Messages;
import org.qibroker.shared.Language;

class ChoicesTest {
    @Test
    void whoChoseNothingIsToldAsUsualAndWhoStopsMailsKeepsTheNotices() {
        Choices usual = new Choices(Language.ZH, Map.of());
        assertThat(usual.mails(Topic.REQUESTS)).isTrue();
        assertThat(usual.mails(Topic.WORK)).isFalse();
        Choices stopped = usual.without(Topic.REPORTS).without(Topic.INVITATIONS);
        assertThat(stopped.channel(Topic.REPORTS)).isEqualTo(Channel.NOTICE);
        assertThat(stopped.channel(Topic.INVITATIONS)).isEqualTo(Channel.NONE);
        assertThat(stopped.muted()).isEmpty();
    }

    @Test
    void aMutedTopicMutesItsEventsAndNoOthers() {
        Choices muted = new Choices(Language.EN, Map.of(Topic.WORK, Channel.NONE));
        assertThat(muted.muted()).containsExactlyElementsOf(Topic.WORK.types());
    }

    @Test
    void everyEventThatIsToldHasItsText() {
        Messages messages = Messages.load();
        assertThat(Arrays.stream(Topic.values()).flatMap(topic -> topic.types().stream()))
                .allMatch(type -> messages.has("notify.event." + type));
    }
}
