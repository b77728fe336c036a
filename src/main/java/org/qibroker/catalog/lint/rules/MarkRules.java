package org.qibroker.catalog.lint.rules;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.lint.Field;
import org.qibroker.catalog.lint.Finding;
import org.qibroker.catalog.lint.Rule;

/** Doubts about marks: each needs an accreditation of the site that is in force on the day. */
final class MarkRules {
    private MarkRules() {}

    static Stream<Finding> marks(LintedLine line, Surroundings around) {
        return line.stated().marks().stream().flatMap(mark -> mark(line, around, mark));
    }

    private static Stream<Finding> mark(LintedLine line, Surroundings around, String mark) {
        List<Accreditation> ofScheme = around.provider().accreditations().stream()
                .filter(accreditation -> accreditation.allows(mark))
                .toList();
        List<Accreditation> ofSite = ofScheme.stream()
                .filter(accreditation ->
                        accreditation.siteIds().contains(line.stated().siteId()))
                .toList();
        if (ofScheme.isEmpty()) {
            return Stream.of(line.finding(Rule.ACCREDITATION_MISSING, Field.MARKS, mark, mark));
        }
        if (ofSite.isEmpty()) {
            Accreditation other = ofScheme.get(0);
            return Stream.of(
                    line.finding(Rule.ACCREDITATION_OF_OTHER_SITE, Field.MARKS, mark, mark, other.certificateNumber()));
        }
        if (ofSite.stream().anyMatch(accreditation -> accreditation.holds(around.day(), around.day()))) {
            return Stream.empty();
        }
        return Stream.of(notHeld(line, around, mark, ofSite));
    }

    /** The accreditations of the site that allow the mark are not in force, or not confirmed yet. */
    private static Finding notHeld(LintedLine line, Surroundings around, String mark, List<Accreditation> ofSite) {
        Optional<Accreditation> claimed = ofSite.stream()
                .filter(accreditation -> accreditation.claimed(around.day(), around.day()))
                .findFirst();
        if (claimed.isPresent()) {
            return line.finding(
                    Rule.ACCREDITATION_UNCONFIRMED,
                    Field.MARKS,
                    mark,
                    mark,
                    claimed.get().certificateNumber());
        }
        Accreditation last = Collections.max(ofSite, Comparator.comparing(Accreditation::to));
        return line.finding(
                Rule.ACCREDITATION_NOT_IN_FORCE,
                Field.MARKS,
                mark,
                mark,
                last.certificateNumber(),
                last.from() + " – " + last.to());
    }
}
