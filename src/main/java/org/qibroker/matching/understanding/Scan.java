package org.qibroker.matching.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.understanding.rules.BudgetRule;
import org.qibroker.matching.understanding.rules.ConditionRule;
import org.qibroker.matching.understanding.rules.DayRule;
import org.qibroker.matching.understanding.rules.DesignationRule;
import org.qibroker.matching.understanding.rules.Fact;
import org.qibroker.matching.understanding.rules.FactorRule;
import org.qibroker.matching.understanding.rules.Found;
import org.qibroker.matching.understanding.rules.GradeRule;
import org.qibroker.matching.understanding.rules.Letters;
import org.qibroker.matching.understanding.rules.LimitRule;
import org.qibroker.matching.understanding.rules.PiecesRule;
import org.qibroker.matching.understanding.rules.PointsRule;
import org.qibroker.matching.understanding.rules.RangeRule;
import org.qibroker.matching.understanding.rules.Rule;
import org.qibroker.matching.understanding.rules.TermRule;
import org.qibroker.matching.understanding.rules.ToleranceRule;
import org.qibroker.matching.understanding.rules.UnitFinder;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.measure.unit.UnitRegistry;

/** Takes a sentence apart, from left to right: facts, breaks, and what is left. */
final class Scan {
    private static final String HARD = "\n;。！!？?";
    private static final String SOFT = ",，、";

    private static final String FIGURE = "0123456789+-";
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";
    private static final String COUNT = "0123456789一两二三四五六七八九十百";
    private static final Pattern NUMBERING = Pattern.compile("(?:\\d{1,2}|[一二三四五六七八九十]{1,2})[.、)](?!\\d)");

    private final List<Guarded> figures;
    private final TermRule terms;

    Scan(UnitRegistry registry, Thesaurus thesaurus) {
        UnitFinder units = new UnitFinder(registry);
        RangeRule ranges = new RangeRule(registry);
        this.terms = new TermRule(thesaurus);
        this.figures = List.of(
                new Guarded("总预费价不最≤<¥￥bcuramt" + FIGURE, new BudgetRule()),
                new Guarded("相扩测不remu", new LimitRule(units)),
                new Guarded("最允公不准比三四五十mtru" + FIGURE, new ToleranceRule(units)),
                new Guarded("(,， 包ck", new FactorRule()),
                new Guarded("/分精准等±readgiⅠⅡⅢfm一二三四" + FIGURE, new GradeRule()),
                new Guarded("依按根参执采标方《" + ALPHABET, new DesignationRule()),
                new Guarded("条在环试介频加aft", new ConditionRule(ranges)),
                new Guarded("测校检温点mctpa" + FIGURE, new PointsRule(units)),
                new Guarded("测量范规最不小大至交直(±≤≥<>mrcfbdaulo" + FIGURE, ranges),
                new Guarded("各每共总数otfsenqx×* " + COUNT, new PiecesRule()));
    }

    /**
     * A rule that is only asked where its facts can begin.
     *
     * @param starts the characters, in lower case, that they begin with
     */
    private record Guarded(String starts, Rule rule) {
        @Nullable
        Found read(String text, int at) {
            return starts.indexOf(Character.toLowerCase(text.charAt(at))) < 0 ? null : rule.read(text, at);
        }
    }

    /** Everything in its order; what is neither fact nor filler is {@link Fact.Left}. */
    List<Found> read(String text, DayRule days) {
        List<Found> all = new ArrayList<>();
        int gap = 0;
        int at = 0;
        while (at < text.length()) {
            Found found = begins(text, at) ? at(text, at, days) : null;
            if (found == null) {
                at++;
            } else {
                left(text, gap, at, all);
                named(text, at, found, all);
                all.add(found);
                at = found.to();
                gap = at;
            }
        }
        left(text, gap, text.length(), all);
        return all;
    }

    /** Whether a word or figure may begin there: not within a Latin word, nor within a number. */
    private static boolean begins(String text, int at) {
        if (at == 0 || text.charAt(at) == ' ') {
            return at == 0 && text.charAt(at) != ' ';
        }
        char before = text.charAt(at - 1);
        char c = text.charAt(at);
        return !(Letters.latin(c) && Letters.latin(before)) && !(Character.isDigit(c) && Character.isDigit(before));
    }

    private @Nullable Found at(String text, int at, DayRule days) {
        Found broken = broken(text, at);
        if (broken != null) {
            return broken;
        }
        Found best = days.read(text, at);
        for (int i = 0; best == null && i < figures.size(); i++) {
            best = figures.get(i).read(text, at);
        }
        Found term = terms.read(text, at);
        int end = best == null ? at : best.to();
        boolean named = best != null && method(best) && term != null && term.to() == end;
        boolean longer = named || (term != null && term.to() > end);
        return longer ? term : best;
    }

    private static boolean method(Found found) {
        return found.fact() instanceof Fact.Method;
    }

    /** A dated standard may be a subject as well, as ISO 9001:2015 is. */
    private void named(String text, int at, Found found, List<Found> all) {
        Found term = method(found) ? terms.read(text, at) : null;
        if (term != null && term.fact() instanceof Fact.Subject) {
            all.add(term);
        }
    }

    private static @Nullable Found broken(String text, int at) {
        char c = text.charAt(at);
        boolean line = at == 0 || HARD.indexOf(text.charAt(at - 1)) >= 0;
        Matcher numbering = line ? Rule.match(NUMBERING, text, at) : null;
        if (numbering != null) {
            return new Found(new Fact.Aside(), at, numbering.end());
        }
        boolean stop =
                c == '.' && (at + 1 == text.length() || text.charAt(at + 1) == ' ' || text.charAt(at + 1) == '\n');
        if (stop || HARD.indexOf(c) >= 0) {
            return new Found(new Fact.Break(true), at, at + 1);
        }
        return SOFT.indexOf(c) >= 0 ? new Found(new Fact.Break(false), at, at + 1) : null;
    }

    private static boolean says(String text, Fillers.Trimmed left) {
        return text.substring(left.from(), left.to()).codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static void left(String text, int from, int to, List<Found> all) {
        Fillers.Trimmed trimmed = Fillers.trim(text, from, to);
        if (trimmed.joined()) {
            all.add(new Found(new Fact.Break(false), from, trimmed.from()));
        }
        if (!trimmed.isEmpty() && says(text, trimmed)) {
            all.add(new Found(new Fact.Left(), trimmed.from(), trimmed.to()));
        }
    }
}
