package org.qibroker.matching.rank;

/**
 * What is counted of one provider.
 *
 * @param reported reports issued
 * @param onTime those issued by the day promised
 * @param reissues reports that had to be issued again
 * @param ratings how often it was rated
 * @param ratingThirds sum of all points given, service, punctuality and clarity from 1 to 5 each
 */
record TrackRecord(long reported, long onTime, long reissues, long ratings, long ratingThirds) {
    static final TrackRecord UNKNOWN = new TrackRecord(0, 0, 0, 0, 0);

    private static final double WEIGHT_OF_PRIOR = 10;
    private static final double USUAL_ON_TIME = 0.8;
    private static final double USUAL_REISSUED = 0.1;
    private static final double USUAL_RATED = 0.75;
    private static final double LEAST_THIRDS = 3;
    private static final double THIRDS_BETWEEN = 12;

    /** Half on time, a quarter reports right at once, a quarter ratings; each shrunk as if ten usual ones were known. */
    double score() {
        double punctual = shrunk((double) onTime, reported, USUAL_ON_TIME);
        double reissued = Math.min(1, shrunk((double) reissues, reported, USUAL_REISSUED));
        double rated = shrunk((ratingThirds - LEAST_THIRDS * ratings) / THIRDS_BETWEEN, ratings, USUAL_RATED);
        return (2 * punctual + (1 - reissued) + rated) / 4;
    }

    private static double shrunk(double hits, long cases, double usual) {
        return (hits + WEIGHT_OF_PRIOR * usual) / (cases + WEIGHT_OF_PRIOR);
    }
}
