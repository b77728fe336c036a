package org.qibroker.insight.dashboard;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qibroker.insight.Figure;
import org.qibroker.insight.Unit;

/**
 * What became of a figure.
 *
 * @param difference in the figure's unit, or in per cent of what it was; absent where there is nothing to compare with
 * @param share whether it is in per cent of what it was: for counts that were large enough for that to say something
 */
public record Change(Figure figure, @Nullable Double difference, boolean share) {
    private static final double WHOLE = 100;
    private static final double LARGE = 10;
    private static final double SMALLEST = 0.05;

    /** From one value to another. */
    public static Change of(Figure figure, @Nullable Number before, @Nullable Number now) {
        if (before == null || now == null) {
            return new Change(figure, null, false);
        }
        double difference = now.doubleValue() - before.doubleValue();
        boolean amount = figure.unit() == Unit.COUNT || figure.unit() == Unit.CAPACITY_HOURS;
        boolean share = amount && before.doubleValue() >= LARGE;
        return new Change(figure, share ? WHOLE * difference / before.doubleValue() : difference, share);
    }

    private int direction() {
        return difference == null || Math.abs(difference) < SMALLEST ? 0 : (int) Math.signum(difference);
    }

    /** {@code good}, {@code bad} or {@code even}. */
    public String tone() {
        int better = figure.lessIsBetter() ? -direction() : direction();
        return better == 0 ? "even" : better > 0 ? "good" : "bad";
    }

    /** Up, down or neither. */
    public String arrow() {
        return direction() == 0 ? "▪" : direction() > 0 ? "▲" : "▼";
    }

    /** How much. */
    public String text(Locale locale) {
        if (difference == null) {
            return "–";
        }
        if (direction() == 0) {
            return "±0";
        }
        boolean zh = !locale.getLanguage().equals("en");
        String number = String.format(Locale.ROOT, figure.unit() == Unit.POINTS ? "%+.2f" : "%+.1f", difference);
        return switch (figure.unit()) {
            case COUNT -> share ? number + " %" : String.format(Locale.ROOT, "%+,d", Math.round(difference));
            case CAPACITY_HOURS -> number + (share ? " %" : zh ? " 小时" : " h");
            case PERCENT -> number + (zh ? " 个百分点" : " points");
            case HOURS -> number + (zh ? " 小时" : " h");
            case POINTS -> number;
        };
    }
}
