package org.qibroker.catalog.lint;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quality of a scope as the contract shows it.
 *
 * @param score 0…100 with one decimal, absent for a scope without lines
 */
public record QualityView(
        LocalDate day, int lines, @Nullable Double score, List<CountView> findings, List<GainView> gains) {
    /** How many findings a rule has. */
    public record CountView(Rule rule, Severity severity, int count) {}

    /** What mending a rule would add to the score. */
    public record GainView(Rule rule, int lines, double points) {}

    static QualityView of(LintReport report) {
        return new QualityView(
                report.day(),
                report.lines(),
                report.lines() == 0 ? null : rounded(report.quality().score()),
                report.counts().entrySet().stream()
                        .map(e -> new CountView(e.getKey(), e.getKey().severity(), e.getValue()))
                        .toList(),
                report.quality().gains().stream()
                        .map(gain -> new GainView(gain.rule(), gain.lines(), rounded(gain.points())))
                        .toList());
    }

    /** To one decimal. */
    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
