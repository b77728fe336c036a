package org.qibroker.platform.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.support.Answer;
import org.qibroker.support.TestBroker;

class OpsIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @Test
    void tells_that_it_lives_and_is_ready() {
        assertThat(BROKER.ops().get("/health/live").expect(200).text("/status")).isEqualTo("UP");
        Answer ready = BROKER.ops().get("/health/ready").expect(200);
        assertThat(ready.json().findValuesAsText("id")).contains("database", "serving");
    }

    @Test
    void counts_for_prometheus() {
        BROKER.ops().get("/health/live");
        assertThat(BROKER.ops().get("/metrics").expect(200).body()).contains("vertx_http_server", "jvm_memory");
    }
}
