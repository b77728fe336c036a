package org.qibroker.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @Test
    void followsPathsOfTheBroker() {
        assertThat(LocalPath.orHome("/bookings?state=REPORTED")).isEqualTo("/bookings?state=REPORTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "https://elsewhere.test/", "//elsewhere.test", "/\\elsewhere.test", "/a\r\nSet-Cookie: x"})
    void goesHomeInsteadOfElsewhere(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo("/");
    }
}
