package org.qibroker.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qibroker.platform.config.RefusedToStart;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.config.SettingsLoader;

/** What is easily broken into stays on this machine. */
class ExposureTest {
    private static Settings settings(String host, int passwordMemory) {
        return SettingsLoader.load(List.of(
                "--http.host=" + host, "--sample.enabled=false", "--security.password-memory=" + passwordMemory));
    }

    @Test
    void passwordsThatCostLittleToGuessAreNotServedToOthers() {
        assertThatThrownBy(() -> Exposure.check(settings("0.0.0.0", 19_455)))
                .isInstanceOf(RefusedToStart.class)
                .hasMessageContaining("0.0.0.0")
                .hasMessageContaining("at least 19456");
    }

    @Test
    void theyMayBeOnLoopbackOrCostAsMuchAsIsAdvised() {
        assertThatCode(() -> Exposure.check(settings("127.0.0.1", 256))).doesNotThrowAnyException();
        assertThatCode(() -> Exposure.check(settings("0.0.0.0", 19_456))).doesNotThrowAnyException();
    }
}
