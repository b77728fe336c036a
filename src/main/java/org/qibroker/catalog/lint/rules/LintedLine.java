package org.qibroker.catalog.lint.rules;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.RecordedLine;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.catalog.ScopeReader;
import org.qibroker.catalog.lint.Field;
import org.qibroker.catalog.lint.Finding;
import org.qibroker.catalog.lint.Fix;
import org.qibroker.catalog.lint.Rule;

/**
 * A line as it is stated, and as it was read.
 *
 * @param read without a quantity if nothing tells it
 */
public record LintedLine(ScopeLine stated, Capability read) {
    /** A line of a scope. */
    public static LintedLine of(RecordedLine line, ScopeReader reader) {
        return new LintedLine(line.line(), line.read(reader));
    }

    UUID id() {
        return read.id();
    }

    ScopeLine.Texts texts() {
        return stated.texts();
    }

    Finding finding(Rule rule, Field field, @Nullable String value, String... arguments) {
        return new Finding(id(), rule, field, value, List.of(arguments), null);
    }

    Finding finding(Rule rule, Field field, Fix fix, String... arguments) {
        return new Finding(id(), rule, field, fix.before(), List.of(arguments), fix);
    }
}
