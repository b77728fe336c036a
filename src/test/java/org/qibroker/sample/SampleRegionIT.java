package org.qibroker.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.Node;
import org.qibroker.booking.BookingState;
import org.qibroker.platform.Platform;
import org.qibroker.support.TestBroker;

/** The sample region as loaded into an empty database. */
class SampleRegionIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Vertx VERTX = Vertx.vertx();
    private static boolean loaded;
    private static long seconds;

    private static SampleRegion region() {
        Node node = Node.of(BROKER.settings(), BROKER.address(), Clock.systemUTC());
        Platform platform = node.platform(VERTX);
        return new SampleRegion(platform, node.keys());
    }

    @BeforeAll
    static void load() throws Exception {
        long begun = System.nanoTime();
        loaded = region().loadOnce().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    }

    @AfterAll
    static void close() {
        TestBroker.await(VERTX.close());
    }

    private static long count(String table) {
        return (Long) BROKER.rows("select count(*) from " + table).get(0).get("count");
    }

    @Test
    void comesOnce() {
        assertThat(loaded).isTrue();
        assertThat(TestBroker.await(region().loadOnce())).isFalse();
    }

    @Test
    void comesQuickly() {
        assertThat(seconds).isLessThanOrEqualTo(30);
    }

    @Test
    void everyRowOfItsFilesCameAbout() {
        assertThat(count("organisation")).isEqualTo(rows("organisations.csv"));
        assertThat(count("user_account")).isEqualTo(rows("users.csv"));
        assertThat(count("site")).isEqualTo(rows("sites.csv"));
        assertThat(count("accreditation")).isEqualTo(rows("accreditations.csv"));
        assertThat(count("resource")).isEqualTo(rows("resources.csv"));
        assertThat(count("booking")).isEqualTo(rows("bookings.csv"));
    }

    private static long rows(String file) {
        return SampleFiles.rows(file).size();
    }

    @Test
    void thereAreBookingsInEveryState() {
        Set<String> states = BROKER.rows("select distinct state from booking").stream()
                .map(row -> row.get("state").toString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(states)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(BookingState.values()).map(Enum::name).toList());
    }

    @Test
    void bookingsWentAsFarAsTheirRowsSay() {
        List<Map<String, Object>> found = BROKER.rows("select number, state from booking order by number");
        assertThat(found).isNotEmpty();
    }
}
