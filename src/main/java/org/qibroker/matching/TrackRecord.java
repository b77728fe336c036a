package org.qibroker.matching;

/**
 * What is counted of one provider.
 *
 * @param reported reports issued
 * @param onTime those issued by the day promised
 * @param reissues reports that had to be issued again
 * @param ratings ratings given
 * @param stars sum of the ratings, each 1…5
 */
record TrackRecord(long reported, long onTime, long reissues, long ratings, long stars) {
    static final TrackRecord UNKNOWN = new TrackRecord(0, 0, 0, 0, 0);

    private static final double WEIGHT_OF_PRIOR = 10;
    private static final double USUAL_ON_TIME = 0.8;
    private static final double USUAL_REISSUED = 0.1;
    private static final double USUAL_RATING = 0.7;

    /** Half on-time, a quarter each of reports right at once and of rating; each shrunk as if ten usual ones were known. */
    double score() {
        double punctual = shrunk((double) onTime, reported, USUAL_ON_TIME);
        double reissued = Math.min(1, shrunk((double) reissues, reported, USUAL_REISSUED));
        double rating = shrunk((stars - ratings) / 4.0, ratings, USUAL_RATING);
        return 0.5 * punctual + 0.25 * (1 - reissued) + 0.25 * rating;
    }

    private static double shrunk(double hits, long cases, double usual) {
        return (hits + WEIGHT_OF_PRIOR * usual) / (cases + WEIGHT_OF_PRIOR);
    }
}
