package org.qibroker.catalog.lint;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Messages;

/**
 * A finding as the contract and pages show it.
 *
 * @param field name of the field in the contract
 * @param message what was found, in the reader's language
 * @param right what would be right
 */
public record FindingView(
        UUID capabilityId,
        Rule rule,
        Severity severity,
        String field,
        @Nullable String value,
        String message,
        String right,
        @Nullable Fix fix) {

    /** A finding in a language. */
    public static FindingView of(Finding finding, Messages messages, Locale locale) {
        Object[] arguments = finding.arguments().toArray();
        return new FindingView(
                finding.capabilityId(),
                finding.rule(),
                finding.rule().severity(),
                finding.field().key(),
                finding.value(),
                messages.text(locale, "lint.rule." + finding.rule().name(), arguments),
                messages.text(locale, "lint.right." + finding.rule().name(), arguments),
                finding.fix());
    }

    /** Findings in a language. */
    public static List<FindingView> all(List<Finding> findings, Messages messages, Locale locale) {
        return findings.stream().map(finding -> of(finding, messages, locale)).toList();
    }
}
