package org.qibroker.catalog.lint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;
import org.qibroker.standards.Designation;
import org.qibroker.standards.Designations;

/** Doubts about methods and the standards they name. */
final class MethodRules {
    private static final Pattern LOOKS_LIKE_ONE =
            Pattern.compile("^[A-Z]{2,8}(?:[/ ][A-Z]{1,6})?[ -]?\\d{1,6}(?:[.-]\\d{1,4}){0,3}\\b.{0,20}$");

    /** Bodies that issue their standards in dated editions; what a company calls its own is not dated. */
    private static final Pattern DATED =
            Pattern.compile("^(?:GB|JJ|DB\\d|T/|ISO|IEC|EN|BS|DIN|ASTM|ANSI|JIS|[A-Z]{2}(?:/T)?$)");

    private MethodRules() {}

    static Stream<Finding> methods(LintedLine line, Surroundings around) {
        List<String> methods = line.texts().methods();
        if (methods.isEmpty()) {
            Family family = line.read().service().family();
            boolean needed = family == Family.METROLOGY || family == Family.TESTING;
            return needed ? Stream.of(line.finding(Rule.METHOD_MISSING, Field.METHODS, (String) null)) : Stream.empty();
        }
        return methods.stream().flatMap(text -> method(line, around, text));
    }

    private static Stream<Finding> method(LintedLine line, Surroundings around, String text) {
        List<Designation> named = around.named(text);
        if (named.isEmpty()) {
            Rule rule = LOOKS_LIKE_ONE.matcher(text).matches() ? Rule.DESIGNATION_UNKNOWN : Rule.METHOD_IN_WORDS;
            return Stream.of(line.finding(rule, Field.METHODS, text, text));
        }
        Stream<Finding> spelling = spelling(line, text, named).stream();
        return Stream.concat(spelling, named.stream().flatMap(one -> edition(line, around, text, one)));
    }

    private static Optional<Finding> spelling(LintedLine line, String text, List<Designation> named) {
        String clean = named.stream().map(Designation::canonical).distinct().collect(Collectors.joining("; "));
        boolean nothingElse = TextKey.of(text).equals(TextKey.of(clean));
        if (named.size() > 1) {
            return nothingElse
                    ? Optional.of(line.finding(
                            Rule.DESIGNATIONS_JOINED, Field.METHODS, Fix.replace(text, clean), text, clean))
                    : Optional.empty();
        }
        Designation one = named.get(0);
        if (text.contains(one.edition()) || Designations.parse(text).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                line.finding(Rule.DESIGNATION_UNCLEAN, Field.METHODS, Fix.replace(text, clean), text, clean));
    }

    private static Stream<Finding> edition(LintedLine line, Surroundings around, String text, Designation one) {
        Optional<Designation> successor = around.tables().superseded().successor(one);
        if (successor.isPresent()) {
            return Stream.of(line.finding(
                    Rule.STANDARD_SUPERSEDED,
                    Field.METHODS,
                    text,
                    one.edition(),
                    successor.get().edition()));
        }
        if (one.year() == null) {
            String newest =
                    around.editions().newest(one).map(Designation::edition).orElse("–");
            return DATED.matcher(one.issuer()).find()
                    ? Stream.of(line.finding(Rule.EDITION_MISSING, Field.METHODS, text, one.undated(), newest))
                    : Stream.empty();
        }
        return around
                .editions()
                .newerThan(one)
                .map(newer -> line.finding(Rule.EDITION_OLDER, Field.METHODS, text, one.edition(), newer.edition()))
                .stream();
    }
}
