package org.qibroker.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.qibroker.shared.Refusal;

class MessagesTest {
    private final Messages messages = Messages.load();

    @Test
    void speaksBothLanguages() {
        assertThat(messages.text(Messages.ZH, "shared.family.METROLOGY")).isEqualTo("计量");
        assertThat(messages.text(Messages.EN, "shared.family.METROLOGY")).isEqualTo("Metrology");
    }

    @Test
    void setsArgumentsInWithoutTouchingThem() {
        assertThat(messages.text(Messages.EN, "problem.not-found", "{0}'s"))
                .isEqualTo("Not found, or not yours: {0}'s");
    }

    @Test
    void aProblemSaysWhatAndWhere() {
        Refusal refusal = Refusal.badInput("/items/0/pieces", "min", 1);

        Problem problem = Problem.of(refusal, messages, Messages.EN, "/api/v1/demands", "r-1");

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.type()).isEqualTo("urn:qi-broker:problem:bad-input");
        assertThat(problem.errors())
                .containsExactly(new Problem.Fault("/items/0/pieces", "min", "Must not be less than 1"));
    }
}
