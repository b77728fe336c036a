package org.qibroker.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qibroker.support.TestBroker;

class DueClockTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        TestBroker.await(vertx.close());
    }

    @Test
    void howeverMuchIsDueIsDoneInOneRound() {
        int many = 100_000;
        Context context = vertx.getOrCreateContext();
        AtomicInteger left = new AtomicInteger(many);
        Future<Integer> done = DueClock.untilNone(
                () -> Future.future(one -> context.runOnContext(now -> one.complete(left.getAndDecrement() > 0))));
        assertThat(TestBroker.await(done)).isEqualTo(many);
    }

    @Test
    void aRoundEndsWithTheFirstFailure() {
        Future<Integer> done = DueClock.untilNone(() -> Future.failedFuture("no"));
        assertThat(done.cause()).hasMessage("no");
    }
}
