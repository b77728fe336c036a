package org.qibroker.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.Node;
import org.qibroker.platform.Platform;
import org.qibroker.support.TestBroker;

/** A load that was interrupted leaves nothing behind, and a database in use is left alone. */
class InterruptedLoadIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @Test
    void whatWasLeftBehindIsRemoved() {
        BROKER.execute("insert into sample_region (begun) values (now())");
        BROKER.execute(
                """
                insert into event (kind, stream, sequence, type, actor_name, parties, at, data, previous_hash, hash)
                values ('user', gen_random_uuid(), 1, 'user-added', '', '{}', now(), '{}', '', sha256(''))""");
        Vertx vertx = Vertx.vertx();
        Node node = Node.of(BROKER.settings(), BROKER.address(), Clock.systemUTC());
        Platform platform = node.platform(vertx);
        TestBroker.await(platform.database().transaction(SampleRepository::clear));
        assertThat(BROKER.rows("select 1 from event")).isEmpty();
        assertThat(TestBroker.await(platform.database().read(SampleRepository::state)))
                .isEqualTo(SampleRepository.State.EMPTY);
        assertThat(BROKER.rows("select 1 from flyway_schema_history")).isNotEmpty();
        TestBroker.await(vertx.close());
    }
}
