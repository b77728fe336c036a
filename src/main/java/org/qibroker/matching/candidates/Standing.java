package org.qibroker.matching.candidates;

import org.qibroker.matching.criteria.Verdicts;

/**
 * What ways to serve an item are compared by: most are seen to be worse than another by this alone.
 *
 * @param verdicts on all criteria
 * @param failures how many criteria fail
 * @param open how many verdicts leave something open
 * @param width how much of what is asked is served, in the base unit
 * @param worst the uncertainty found, in the terms asked; infinite if it cannot be told
 */
record Standing(long verdicts, int failures, int open, double width, double worst) {
    static Standing of(long verdicts, double width, double worst) {
        return new Standing(verdicts, Verdicts.failures(verdicts), Verdicts.open(verdicts), width, worst);
    }

    /**
     * Best first: fewest failures; of those that do not fail the one with fewest open questions; widest range, fewest open
     * questions, smallest uncertainty.
     */
    static int compare(Standing a, Standing b) {
        int order = Integer.compare(a.failures, b.failures);
        order = order != 0 || a.failures > 0 ? order : Integer.compare(a.open, b.open);
        order = order != 0 ? order : Double.compare(b.width, a.width);
        order = order != 0 ? order : Integer.compare(a.open, b.open);
        return order != 0 ? order : Double.compare(a.worst, b.worst);
    }
}
