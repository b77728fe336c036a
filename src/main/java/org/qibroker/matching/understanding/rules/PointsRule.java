package org.qibroker.matching.understanding.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.PointAsked;

/** Measuring points: {@code 校准点 0、50、100mm}, {@code at 100 mm and 200 mm}, {@code 20℃/40℃/60℃}. */
public final class PointsRule implements Rule {
    private static final int MOST = 50;
    private static final Pattern LABEL =
            Pattern.compile("(?i:(?:测量点|校准点|检定点|测试点|温度点|测点|点位|(?:measuring |calibration |test )?points?|at)"
                    + "(?:为|是|:| of| at)? ?:? ?)");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{IsLatin}\\d.])" + Figures.NUMBER);
    private static final Pattern LABELLED = Pattern.compile("(?i: ?(?:、|,(?!\\d{3}(?!\\d))|，|/|和|及| and |, and ) ?)");
    private static final Pattern PLAIN = Pattern.compile(" ?(?:、|/|和) ?| ");

    private final UnitFinder units;

    /** Knows these units. */
    public PointsRule(UnitFinder units) {
        this.units = units;
    }

    private record Value(double value, UnitFinder.@Nullable Hit unit, int end) {}

    @Override
    public @Nullable Found read(String text, int at) {
        Matcher label = Rule.match(LABEL, text, at);
        List<Value> values = values(text, label == null ? at : label.end(), label == null ? PLAIN : LABELLED);
        while (!values.isEmpty() && values.get(values.size() - 1).unit == null) {
            values.remove(values.size() - 1);
        }
        if (values.isEmpty() || (label == null && values.size() < 2)) {
            return null;
        }
        return new Found(new Fact.Points(points(values)), at, values.get(values.size() - 1).end);
    }

    private List<Value> values(String text, int from, Pattern separator) {
        List<Value> values = new ArrayList<>();
        int place = from;
        Matcher number = Rule.match(NUMBER, text, place);
        while (number != null && values.size() < MOST) {
            UnitFinder.Hit unit = units.at(text, number.end());
            place = unit == null ? number.end() : unit.end();
            values.add(new Value(Double.parseDouble(number.group(1)), unit, place));
            Matcher separated = Rule.match(separator, text, place);
            number = separated == null ? null : Rule.match(NUMBER, text, separated.end());
            boolean apart = separated != null && separated.group().equals(" ");
            if (number != null && apart && (unit == null || !same(unit, units.at(text, number.end())))) {
                number = null;
            }
        }
        return values;
    }

    private static boolean same(UnitFinder.Hit unit, UnitFinder.@Nullable Hit next) {
        return next != null && next.symbol().equals(unit.symbol());
    }

    /** A value without a unit has that of the next one. */
    private static List<PointAsked> points(List<Value> values) {
        List<PointAsked> points = new ArrayList<>();
        String unit = "";
        for (int i = values.size() - 1; i >= 0; i--) {
            UnitFinder.Hit own = values.get(i).unit;
            unit = own == null ? unit : own.symbol();
            points.add(0, new PointAsked(values.get(i).value, unit));
        }
        return points;
    }
}
