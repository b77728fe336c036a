package org.qibroker.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.shared.Refusal;

class CursorTest {
    @Test
    void givesBackItsParts() {
        assertThat(Cursor.parts(Cursor.of("2026-11-24T02:00:00Z", "卡尺"), 2))
                .containsExactly("2026-11-24T02:00:00Z", "卡尺");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "YWJj", ""})
    void refusesWhatItDidNotGive(String forged) {
        assertThatThrownBy(() -> Cursor.parts(forged, 2)).isInstanceOf(Refusal.class);
    }
}
