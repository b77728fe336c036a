package org.qibroker.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of uncertainty says beside its formula.
 *
 * @param formula what is left when all else is taken away
 * @param relative whether it is written as Urel
 * @param coverageFactor as stated
 * @param variableUnit unit of the formula's variable, as in {@code (L:m)}
 */
record Preface(String formula, boolean relative, OptionalDouble coverageFactor, @Nullable String variableUnit) {
    private static final Pattern FACTOR =
            Pattern.compile("[,;(]? ?\\bk ?= ?([0-9]{1,2}(?:\\.[0-9]{1,4})?) ?\\)?,? ?(?![0-9.])");
    private static final Pattern PROBABILITY =
            Pattern.compile("[,;(]? ?\\b[pP] ?(?:=|≈) ?(0\\.95|95 ?%|95\\.45 ?%|0\\.9545) ?\\)?");
    private static final Pattern NAME =
            Pattern.compile("^(?:扩展不确定度:? ?)?U ?_?\\{?(?:(?:95|₉₅)?,? ?(rel|r|ᵣₑₗ)?(?:95|₉₅)?)\\}? ?[=:≤] ?");
    private static final Pattern VARIABLE = Pattern.compile(
            "[,;(]? ?(?:where |式中:? ?)?\\b([A-Za-z])(?:: ?| in |的?(?:单位)?为|的?单位:? ?| is in | is the [a-z]{1,12} in )([^ ()\\[\\]0-9]{1,8}) ?\\)?$");

    private static final Pattern INTRODUCTIONS = Pattern.compile("[:为位]| i[ns] ");

    /** Takes a folded statement apart; empty if it says something of its coverage that is not understood. */
    static Optional<Preface> of(String folded) {
        String rest = folded;
        OptionalDouble factor = OptionalDouble.empty();
        Matcher k = FACTOR.matcher(rest);
        if (rest.indexOf('k') >= 0 && k.find()) {
            factor = OptionalDouble.of(Double.parseDouble(k.group(1)));
            rest = without(rest, k);
            if (factor.getAsDouble() < 1 || factor.getAsDouble() > 4) {
                return Optional.empty();
            }
        }
        if (rest.indexOf('p') >= 0 || rest.indexOf('P') >= 0) {
            rest = PROBABILITY.matcher(rest).replaceFirst(" ");
        }
        rest = rest.strip();
        String variableUnit = null;
        Matcher variable = VARIABLE.matcher(rest);
        if (INTRODUCTIONS.matcher(rest).find() && variable.find() && variable.start() > 0) {
            variableUnit = variable.group(2);
            rest = rest.substring(0, variable.start()).strip();
        }
        Matcher name = NAME.matcher(rest);
        boolean named = name.find();
        boolean relative = named && name.group(1) != null;
        return Optional.of(new Preface(named ? rest.substring(name.end()) : rest, relative, factor, variableUnit));
    }

    private static String without(String text, Matcher match) {
        String front = text.substring(0, match.start());
        String back = text.substring(match.end());
        return (front + " " + back).strip();
    }
}
