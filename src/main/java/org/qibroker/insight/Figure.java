package org.qibroker.insight;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.insight.Counts.Actives;
import org.qibroker.insight.count.AnswerTimes;
import org.qibroker.insight.count.GapKind;
import org.qibroker.insight.count.Measure;

/**
 * A figure of uptake. Its name and its formula in words are the texts {@code insight.figure.<KEY>} and
 * {@code insight.formula.<KEY>}.
 */
public enum Figure {
    /** Days on which enterprises came, each day of each enterprise once. */
    VISITS(Unit.COUNT, counted(Measure.VISIT), Measure.VISIT),
    /** Demands submitted. */
    DEMANDS(Unit.COUNT, counted(Measure.DEMAND), Measure.DEMAND),
    /** Their items. */
    ITEMS(Unit.COUNT, counted(Measure.ITEM), Measure.ITEM),
    /** Items with a covered or conditional candidate. */
    MATCHED(Unit.COUNT, counted(Measure.MATCHED), Measure.MATCHED),
    /** Items matched that nobody has booked. */
    UNBOOKED(Unit.COUNT, counted(Measure.UNBOOKED), Measure.UNBOOKED),
    /** Items with such a candidate, of all items. */
    MATCH_RATE(Unit.PERCENT, counts -> counts.percent(Measure.MATCHED, Measure.ITEM), Measure.ITEM, Measure.MATCHED),
    /** Items without a covered or conditional candidate. */
    UNMET(Unit.COUNT, counted(Measure.UNMET), Measure.UNMET),
    /** 测不准. */
    UNMET_UNCERTAINTY(GapKind.UNCERTAINTY),
    /** 检不了. */
    UNMET_CAPABILITY(GapKind.CAPABILITY),
    /** 少标准. */
    UNMET_STANDARD(GapKind.STANDARD),
    /** Unmet for the terms only. */
    UNMET_TERMS(GapKind.TERMS),
    /** Bookings asked for or awarded. */
    REQUESTED(Unit.COUNT, counted(Measure.REQUESTED), Measure.REQUESTED),
    /** Bookings agreed. */
    BOOKED(Unit.COUNT, counted(Measure.BOOKED), Measure.BOOKED),
    /** First reports issued. */
    REPORTED(Unit.COUNT, counted(Measure.REPORTED), Measure.REPORTED),
    /** Bookings completed. */
    COMPLETED(Unit.COUNT, counted(Measure.COMPLETED), Measure.COMPLETED),
    /** Bookings whose report was disputed. */
    DISPUTED(Unit.COUNT, counted(Measure.DISPUTED), Measure.DISPUTED),
    /** The time within which half of all first answers came. */
    ANSWER_TIME(Unit.HOURS, counts -> AnswerTimes.median(counts.buckets(Measure.ANSWERED)), Measure.ANSWERED),
    /** Reports in time, of those with a day they were due. */
    ON_TIME(Unit.PERCENT, counts -> counts.percent(Measure.ON_TIME, Measure.DUE), Measure.DUE, Measure.ON_TIME),
    /** Mean of all marks of ratings. */
    SATISFACTION(Unit.POINTS, Figure::satisfaction, Measure.RATED, Measure.RATING_THIRDS),
    /** Enterprises that asked for something. */
    ACTIVE_ENTERPRISES(Unit.COUNT, of(Actives::all), Measure.REQUESTED, Measure.ITEM),
    /** Those that never did before. */
    NEW_ENTERPRISES(Unit.COUNT, of(Actives::fresh), Measure.REQUESTED, Measure.ITEM),
    /** The others. */
    RETURNING_ENTERPRISES(Unit.COUNT, of(actives -> actives.all() - actives.fresh()), Measure.REQUESTED, Measure.ITEM),
    /** Providers with a booking agreed. */
    ACTIVE_PROVIDERS(Unit.COUNT, Counts::providers, Measure.BOOKED),
    /** How often providers were shown for an item. */
    SHOWN(Unit.COUNT, counted(Measure.SHOWN), Measure.SHOWN),
    /** How often they were shown first. */
    SHOWN_FIRST(Unit.COUNT, counted(Measure.SHOWN_FIRST), Measure.SHOWN_FIRST),
    /** Hours that can be booked. */
    CAPACITY_OFFERED(Unit.CAPACITY_HOURS, counts -> hours(counts, Measure.OFFERED), Measure.OFFERED),
    /** Hours that are booked. */
    CAPACITY_USED(Unit.CAPACITY_HOURS, counts -> hours(counts, Measure.USED), Measure.USED),
    /** Those of all that can be. */
    CAPACITY_USE(Unit.PERCENT, counts -> counts.percent(Measure.USED, Measure.OFFERED), Measure.USED, Measure.OFFERED);

    /** Those that count enterprises themselves. */
    static final Set<Figure> OF_ENTERPRISES = Set.of(ACTIVE_ENTERPRISES, NEW_ENTERPRISES, RETURNING_ENTERPRISES);

    /** Those of providers: how often they were shown, what came of it, how well, how much of their time is used. */
    public static final List<Figure> OF_PROVIDERS = List.of(
            SHOWN,
            SHOWN_FIRST,
            REQUESTED,
            BOOKED,
            COMPLETED,
            ANSWER_TIME,
            ON_TIME,
            SATISFACTION,
            CAPACITY_OFFERED,
            CAPACITY_USED,
            CAPACITY_USE);

    private static final List<Set<Measure>> LINKED = List.of(
            EnumSet.of(Measure.ITEM, Measure.MATCHED, Measure.UNBOOKED, Measure.UNMET),
            EnumSet.of(Measure.REPORTED, Measure.DUE, Measure.ON_TIME),
            EnumSet.of(Measure.OFFERED, Measure.USED),
            EnumSet.of(Measure.SHOWN, Measure.SHOWN_FIRST),
            EnumSet.of(Measure.RATED, Measure.RATING_THIRDS));
    private static final double PARTS_OF_A_RATING = 3;
    private static final double MINUTES_OF_AN_HOUR = 60;

    private final Unit unit;

    @SuppressWarnings("ImmutableEnumChecker") // formulas hold nothing
    private final Function<Counts, @Nullable Number> formula;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<Measure> measures;

    private final @Nullable GapKind gap;

    Figure(Unit unit, Function<Counts, @Nullable Number> formula, Measure... measures) {
        this.unit = unit;
        this.formula = formula;
        this.measures = List.of(measures);
        this.gap = null;
    }

    Figure(GapKind gap) {
        this.unit = Unit.COUNT;
        this.formula = counts -> counts.unmet(gap);
        this.measures = List.of(Measure.UNMET);
        this.gap = gap;
    }

    private static Function<Counts, @Nullable Number> counted(Measure measure) {
        return counts -> counts.sum(measure);
    }

    private static @Nullable Number satisfaction(Counts counts) {
        long ratings = counts.sum(Measure.RATED);
        return ratings == 0 ? null : counts.sum(Measure.RATING_THIRDS) / (PARTS_OF_A_RATING * ratings);
    }

    private static @Nullable Number hours(Counts counts, Measure measure) {
        return counts.sum(measure) / MINUTES_OF_AN_HOUR;
    }

    private static Function<Counts, @Nullable Number> of(Function<Actives, Long> count) {
        return counts -> {
            Actives actives = counts.actives();
            return actives == null ? null : count.apply(actives);
        };
    }

    /** What it is measured in. */
    public Unit unit() {
        return unit;
    }

    /** Its value; absent where there is nothing to go by. */
    public @Nullable Number of(Counts counts) {
        return formula.apply(counts);
    }

    /** The types of the events it counts. */
    public List<String> events() {
        return measures.stream()
                .flatMap(measure -> measure.events().stream())
                .distinct()
                .toList();
    }

    /** Whether less of it is better. */
    public boolean lessIsBetter() {
        return gap != null || this == UNMET || this == UNBOOKED || this == DISPUTED || this == ANSWER_TIME;
    }

    /** What it is made of. */
    List<Measure> measures() {
        return measures;
    }

    /** Whether it counts enterprises themselves. */
    boolean ofEnterprises() {
        return OF_ENTERPRISES.contains(this);
    }

    /** What is listed behind it: what it counts, or out of how much it counts. */
    List<Measure> listed() {
        return ofEnterprises() ? measures : measures.subList(0, 1);
    }

    /** Out of how many cases it is made; absent where it is itself a number of things, or of hours. */
    @Nullable
    Long cases(Counts counts) {
        return switch (unit) {
            case COUNT, CAPACITY_HOURS -> null;
            default -> this == CAPACITY_USE ? null : counts.sum(measures.get(0));
        };
    }

    /** What is listed once, however often it is counted. */
    Listed each() {
        if (ofEnterprises()) {
            return Listed.ENTERPRISE;
        }
        return this == ACTIVE_PROVIDERS ? Listed.PROVIDER : Listed.FACT;
    }

    /** What is listed. */
    enum Listed {
        /** Each thing that counts. */
        FACT,
        /** Each enterprise. */
        ENTERPRISE,
        /** Each provider. */
        PROVIDER
    }

    /** Whether it is of what resources offer, and so of providers and not of enterprises. */
    public boolean ofCapacity() {
        return measures.contains(Measure.OFFERED) || measures.contains(Measure.USED);
    }

    /** The only bucket that counts, if there is one. */
    @Nullable
    Integer bucket() {
        return gap == null ? null : gap.bucket();
    }

    /** The measures, as presences name them, that tell of each other and of this. */
    Set<String> linked() {
        if (ofEnterprises()) {
            return Set.of("ASKS");
        }
        Measure own = measures.get(0);
        return LINKED.stream().filter(linked -> linked.contains(own)).findFirst().orElse(EnumSet.of(own)).stream()
                .flatMap(Figure::presences)
                .collect(Collectors.toSet());
    }

    /** How presences name a measure: what nobody can do by its kinds, too. */
    private static Stream<String> presences(Measure measure) {
        return measure == Measure.UNMET
                ? Stream.concat(
                        Stream.of(measure.name()),
                        Stream.of(GapKind.values()).map(kind -> measure.name() + "-" + kind.bucket()))
                : Stream.of(measure.name());
    }

    /** Its name in kebab-case, for addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The figure of a name in capitals or in kebab-case. */
    public static Stream<Figure> named(String name) {
        return Stream.of(values()).filter(figure -> figure.name().equals(name) || Objects.equals(figure.key(), name));
    }
}
