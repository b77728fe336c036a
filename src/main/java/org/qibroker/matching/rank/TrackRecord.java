package org.qibroker.matching.rank;

/**
 * What is counted of one provider.
 *
 * @param reported reports issued
 * @param onTime those issued by the day promised
 * @param reissues reports that had to be issued again
 */
record TrackRecord(long reported, long onTime, long reissues) {
    static final TrackRecord UNKNOWN = new TrackRecord(0, 0, 0);

    private static final double WEIGHT_OF_PRIOR = 10;
    private static final double USUAL_ON_TIME = 0.8;
    private static final double USUAL_REISSUED = 0.1;

    /** Two thirds on-time, one third reports right at once; each shrunk as if ten usual ones were known. */
    double score() {
        double punctual = shrunk((double) onTime, reported, USUAL_ON_TIME);
        double reissued = Math.min(1, shrunk((double) reissues, reported, USUAL_REISSUED));
        return (2 * punctual + (1 - reissued)) / 3;
    }

    private static double shrunk(double hits, long cases, double usual) {
        return (hits + WEIGHT_OF_PRIOR * usual) / (cases + WEIGHT_OF_PRIOR);
    }
}
