package org.qibroker.matching.answer;

/**
 * Why a candidate stands where it stands.
 *
 * @param total weighted sum of the parts, 0…1
 */
public record Score(double total, Parts parts) {
    private static final double SHOWN = 1000;

    /** The parts weighed, to three digits. */
    public static Score of(Weights weights, Parts parts) {
        return new Score(Math.round(weights.total(parts) * SHOWN) / SHOWN, parts);
    }

    /** Each part 0…1, more is better; what is unknown counts as little. */
    public record Parts(double price, double finish, double uncertainty, double distance, double record) {}
}
