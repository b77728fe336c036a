package org.qibroker.catalog.lint;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A doubt about a line. What it says is the text {@code lint.rule.<RULE>}, what would be right is
 * {@code lint.right.<RULE>}, both with the same arguments.
 *
 * @param capabilityId the line
 * @param field where in it
 * @param value what stands there, absent where nothing does
 * @param arguments what the texts mention
 * @param fix absent where only the provider can know what is right
 */
public record Finding(
        UUID capabilityId, Rule rule, Field field, @Nullable String value, List<String> arguments, @Nullable Fix fix) {
    /** Copies the arguments. */
    public Finding {
        arguments = List.copyOf(arguments);
    }
}
