package org.qibroker.matching.bundle;

/**
 * An option in whole numbers, less of each being better.
 *
 * @param provider number of the provider
 * @param price an unknown one costs more than all known ones together
 * @param day of finish, counted from the first that anybody names; an unknown one comes last
 */
record Way(int provider, long price, int day, Option option) {
    /** Whether this serves as well in everything. */
    boolean covers(Way other) {
        return price <= other.price && day <= other.day && (!option.open() || other.option.open());
    }

    /** Whether, for one item alone, nobody needs the other beside this. */
    boolean surpasses(Way other) {
        boolean same = price == other.price && day == other.day;
        return price <= other.price && day <= other.day && (!same || !option.open() || other.option.open());
    }
}
