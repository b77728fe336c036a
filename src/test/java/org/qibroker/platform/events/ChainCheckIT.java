package org.qibroker.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.platform.events.LogCheck.Broken;
import org.qibroker.platform.events.LogCheck.Fault;
import org.qibroker.shared.Caller;
import org.qibroker.support.TestBroker;

class ChainCheckIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static void append(UUID stream, int times) {
        EventLog log = new EventLog(BROKER.clock());
        for (int i = 0; i < times; i++) {
            Change change =
                    new Change("trial", stream, "trial-made", Caller.SYSTEM, Set.of(), Map.of("n", i, "x", 0.1));
            TestBroker.await(BROKER.database().transaction(tx -> log.append(tx, change)));
        }
    }

    private static ChainCheck.Result check() {
        return TestBroker.await(new ChainCheck(BROKER.database()).run(new ChainCheck.Before(0, 0)));
    }

    private static void tamper(String sql, Object... values) {
        BROKER.execute("ALTER TABLE event DISABLE TRIGGER USER");
        BROKER.execute(sql, values);
        BROKER.execute("ALTER TABLE event ENABLE TRIGGER USER");
    }

    @Test
    void eachRowThatWasTamperedWithIsNamed() {
        UUID sound = UUID.randomUUID();
        UUID changed = UUID.randomUUID();
        UUID torn = UUID.randomUUID();
        UUID spliced = UUID.randomUUID();
        List.of(sound, changed, torn, spliced).forEach(stream -> append(stream, 4));
        assertThat(check().broken()).isEmpty();

        tamper("UPDATE event SET data = '{\"n\": 7, \"x\": 0.1}' WHERE stream = ? AND sequence = 2", changed);
        tamper("DELETE FROM event WHERE stream = ? AND sequence = 3", torn);
        tamper("UPDATE event SET previous_hash = sha256('x') WHERE stream = ? AND sequence = 4", spliced);

        ChainCheck.Result result = check();
        assertThat(result.named()).isZero();
        assertThat(result.events()).isGreaterThanOrEqualTo(15);
        assertThat(result.faults()).isEqualTo(3);
        assertThat(result.broken())
                .extracting(Broken::stream, Broken::sequence, Broken::fault)
                .containsExactlyInAnyOrder(
                        tuple(changed, 2L, Fault.CHANGED),
                        tuple(torn, 4L, Fault.MISSING),
                        tuple(spliced, 4L, Fault.UNLINKED));
    }
}
