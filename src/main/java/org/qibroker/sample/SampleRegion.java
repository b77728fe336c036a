package org.qibroker.sample;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.qibroker.platform.Platform;
import org.qibroker.platform.database.Database;
import org.qibroker.platform.security.SigningKeys;
import org.qibroker.shared.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the sample region into an empty database, once. */
public final class SampleRegion {
    private static final Logger LOG = LoggerFactory.getLogger(SampleRegion.class);
    private static final Duration OPENED_BEFORE = Duration.ofDays(760);
    private static final List<String> PROVIDERS = SampleFiles.rows("organisations.csv").stream()
            .filter(row -> SampleFiles.cell(row, "roles").contains("PROVIDER"))
            .map(row -> SampleFiles.cell(row, "key"))
            .toList();

    private final Platform platform;
    private final SigningKeys keys;

    /** A sample region for the platform's database; its dates count from the platform's clock. */
    public SampleRegion(Platform platform, SigningKeys keys) {
        this.platform = platform;
        this.keys = keys;
    }

    /**
     * Loads the region if it was never loaded and nobody has registered yet; what an interrupted load left behind is
     * removed first. To be called before requests are served.
     *
     * @return whether it was loaded now
     */
    public Future<Boolean> loadOnce() {
        return platform.database().read(SampleRepository::state).compose(state -> switch (state) {
            case SETTLED -> Future.succeededFuture(false);
            case EMPTY -> load().map(true);
            case INTERRUPTED ->
                platform.database()
                        .transaction(SampleRepository::clear)
                        .compose(cleared -> load())
                        .map(true);
        });
    }

    private Future<Void> load() {
        Instant start = platform.clock().instant();
        SampleDays days = SampleDays.from(start);
        SampleClock clock = new SampleClock(start.minus(OPENED_BEFORE));
        Database quick = platform.database().withoutWaiting();
        Platform past = platform.over(quick).withClock(clock);
        Rooms rooms = new Rooms(past, keys);
        People people = rooms.people();
        Offers offers = new Offers(rooms.catalog(), days, rooms::publish);
        Timeline timeline = new Timeline(clock, start);
        return platform.database()
                .read(client -> SampleRepository.begin(client, start))
                .compose(begun -> people.register())
                .compose(registered -> open(rooms, offers, people))
                .compose(opened -> new Approvals(rooms.catalog().confirmations(), people.of("authority")).give())
                .compose(approved -> new Verified(rooms.verifications(), people.of("authority")).give())
                .compose(approved -> rooms.scopes().start(platform.vertx(), platform.database(), platform.feed()))
                .compose(loaded -> new Footfall(past, people, days).happen(clock))
                .compose(come -> live(rooms, people, days, timeline))
                .compose(lived -> new Instruments(rooms.ledger(), people, days).add())
                .eventually(quick::close)
                .compose(added -> platform.database().read(client -> SampleRepository.finish(client, start)))
                .onSuccess(finished -> LOG.info(
                        "the sample region is loaded{}",
                        timeline.failed() == 0 ? "" : ", but for " + timeline.failed() + " steps"));
    }

    private static Future<Void> open(Rooms rooms, Offers offers, People people) {
        return SampleFiles.each(PROVIDERS, key -> {
            Caller caller = people.of(key);
            return offers.open(key, caller, rooms.resources(offers).resources());
        });
    }

    private static Future<Void> live(Rooms rooms, People people, SampleDays days, Timeline timeline) {
        Requests requests = new Requests(rooms.demands(), rooms.submission(), people, days);
        requests.plan(timeline);
        rooms.orders(people, requests).plan(timeline, days);
        rooms.inquiries(people, requests).plan(timeline, days);
        rooms.afterwards(people).plan(timeline, days);
        return timeline.run(rooms::due);
    }
}
