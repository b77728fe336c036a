package org.qibroker.catalog.lint.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.lint.Field;
import org.qibroker.catalog.lint.Finding;
import org.qibroker.catalog.lint.Fix;
import org.qibroker.catalog.lint.Rule;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;
import org.qibroker.standards.Designation;
import org.qibroker.standards.Designations;

/** Doubts about methods and the standards they name. */
final class MethodRules {
    /** Letters, a number and a year; without a year it may as well be the model of an instrument. */
    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile(
            "^[A-Z]{2,8}(?:[/ ][A-Z]{1,6})?[ -]?\\d{1,6}(?:\\.\\d{1,4}){0,3} ?[-:–—/] ?(?:19|20)\\d{2}\\b.{0,20}$");

    /** Bodies that issue their standards in dated editions; what a company calls its own is not dated. */
    private static final Pattern DATED =
            Pattern.compile("^(?:GB|JJ|DB\\d|T/|ISO|IEC|EN|BS|DIN|ASTM|ANSI|JIS|[A-Z]{2}(?:/T)?$)");

    /** Companies whose numbers are written with and without blanks alike. */
    private static final Set<String> COMPANIES = Set.of("GM", "GMW");

    private MethodRules() {}

    static Stream<Finding> methods(LintedLine line, Surroundings around) {
        List<String> methods = line.texts().methods();
        if (methods.isEmpty()) {
            Family family = line.read().service().family();
            boolean needed = family == Family.METROLOGY || family == Family.TESTING;
            return needed ? Stream.of(line.finding(Rule.METHOD_MISSING, Field.METHODS, (String) null)) : Stream.empty();
        }
        return methods.stream()
                .flatMap(text -> around.about(text, unknown -> doubts(around, unknown)).stream())
                .map(doubt -> doubt.about(line));
    }

    /** A doubt about a method, whichever line names it. */
    record Doubt(Rule rule, String text, List<String> arguments, @Nullable Fix fix) {
        static Doubt of(Rule rule, String text, String... arguments) {
            return new Doubt(rule, text, List.of(arguments), null);
        }

        Finding about(LintedLine line) {
            return new Finding(line.id(), rule, Field.METHODS, text, arguments, fix);
        }
    }

    private static List<Doubt> doubts(Surroundings around, String text) {
        List<Designation> named = Designations.findAll(text);
        if (named.isEmpty()) {
            boolean looksLikeOne = LOOKS_LIKE_ONE.matcher(text).matches();
            return List.of(Doubt.of(looksLikeOne ? Rule.DESIGNATION_UNKNOWN : Rule.METHOD_IN_WORDS, text, text));
        }
        return Stream.concat(
                        spelling(text, named).stream(),
                        named.stream().flatMap(one -> edition(around, text, one).stream()))
                .toList();
    }

    private static Optional<Doubt> spelling(String text, List<Designation> named) {
        String clean = named.stream().map(Designation::canonical).distinct().collect(Collectors.joining("; "));
        if (named.size() > 1) {
            return TextKey.of(text).equals(TextKey.of(clean))
                    ? Optional.of(respelled(Rule.DESIGNATIONS_JOINED, text, clean))
                    : Optional.empty();
        }
        Designation one = named.get(0);
        boolean asIssued = text.contains(one.edition()) || !isDated(one);
        return asIssued || Designations.parse(text).isEmpty()
                ? Optional.empty()
                : Optional.of(respelled(Rule.DESIGNATION_UNCLEAN, text, clean));
    }

    private static Doubt respelled(Rule rule, String text, String clean) {
        return new Doubt(rule, text, List.of(text, clean), Fix.replace(text, clean));
    }

    private static boolean isDated(Designation one) {
        return DATED.matcher(one.issuer()).find() && !COMPANIES.contains(one.issuer());
    }

    private static Optional<Doubt> edition(Surroundings around, String text, Designation one) {
        Optional<Designation> successor = around.tables().superseded().successor(one);
        if (successor.isPresent()) {
            return Optional.of(Doubt.of(
                    Rule.STANDARD_SUPERSEDED,
                    text,
                    one.edition(),
                    successor.get().edition()));
        }
        if (one.year() == null) {
            String newest =
                    around.editions().newest(one).map(Designation::edition).orElse("–");
            return isDated(one)
                    ? Optional.of(Doubt.of(Rule.EDITION_MISSING, text, one.undated(), newest))
                    : Optional.empty();
        }
        return around.editions()
                .newerThan(one)
                .map(newer -> Doubt.of(Rule.EDITION_OLDER, text, one.edition(), newer.edition()));
    }
}
