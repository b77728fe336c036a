package org.qibroker.resource;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Resources of tests: a bench with one unit and slots of an hour, and what is said of it beyond. */
public final class Benches {
    private static final UUID ID = new UUID(0, 1);

    private final ZoneId zone;
    private ResourceMode mode = ResourceMode.SLOT;
    private UUID id = ID;
    private UUID site = ID;
    private int units = 1;
    private List<OpeningHours> hours = List.of();
    private List<Closure> closures = List.of();
    private int minutes = 60;
    private int before;
    private int after;
    private int notice;
    private int horizon = 365;
    private @Nullable LocalDate calibrationDue;

    private Benches(ZoneId zone) {
        this.zone = zone;
    }

    /** One that never opens. */
    public static Benches bench(ZoneId zone) {
        return new Benches(zone);
    }

    public Benches mode(ResourceMode its) {
        mode = its;
        return this;
    }

    /** Of another provider than the others, and with another id. */
    public Benches of(UUID provider) {
        id = provider;
        return this;
    }

    public Benches site(UUID its) {
        site = its;
        return this;
    }

    public Benches units(int count) {
        units = count;
        return this;
    }

    public Benches open(OpeningHours... weekly) {
        hours = List.of(weekly);
        return this;
    }

    public Benches closed(Closure... times) {
        closures = List.of(times);
        return this;
    }

    public Benches slots(int length, int bufferBefore, int bufferAfter) {
        minutes = length;
        before = bufferBefore;
        after = bufferAfter;
        return this;
    }

    public Benches ahead(int noticeHours, int horizonDays) {
        notice = noticeHours;
        horizon = horizonDays;
        return this;
    }

    public Benches calibratedUntil(LocalDate day) {
        calibrationDue = day;
        return this;
    }

    public Resource made() {
        return new Resource(
                id,
                id,
                site,
                "工位",
                calibrationDue == null ? ResourceKind.BENCH : ResourceKind.EQUIPMENT,
                mode,
                units,
                hours,
                closures,
                minutes,
                before,
                after,
                zone,
                notice,
                horizon,
                calibrationDue,
                false,
                1);
    }
}
