package org.qibroker.catalog.lint.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.standards.Designation;
import org.qibroker.standards.Designations;

/** The newest edition of each standard that anybody in the catalog names. */
public final class KnownEditions {
    private final Map<String, Designation> newest = new HashMap<>();

    private KnownEditions() {}

    /**
     * What these tell.
     *
     * @param methods as scopes name them
     * @param year this year; an edition of a later one is a slip of the pen
     */
    public static KnownEditions of(List<String> methods, Supersessions superseded, int year) {
        KnownEditions known = new KnownEditions();
        Stream.concat(methods.stream().flatMap(text -> Designations.findAll(text).stream()), superseded.successors())
                .filter(designation -> designation.year() != null && designation.year() <= year)
                .forEach(designation -> known.newest.merge(designation.undated(), designation, KnownEditions::newer));
        return known;
    }

    private static Designation newer(Designation one, Designation other) {
        return year(other) > year(one) ? other : one;
    }

    private static int year(Designation designation) {
        Integer year = designation.year();
        return year == null ? 0 : year;
    }

    /** An edition newer than this one. */
    Optional<Designation> newerThan(Designation designation) {
        return Optional.ofNullable(newest.get(designation.undated()))
                .filter(known -> designation.year() != null && year(known) > year(designation));
    }

    /** The newest edition of a standard. */
    Optional<Designation> newest(Designation undated) {
        return Optional.ofNullable(newest.get(undated.undated()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KnownEditions known && newest.equals(known.newest);
    }

    @Override
    public int hashCode() {
        return newest.hashCode();
    }
}
