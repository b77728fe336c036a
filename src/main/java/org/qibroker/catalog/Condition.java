package org.qibroker.catalog;

import org.jspecify.annotations.Nullable;
import org.qibroker.measure.QuantityRange;

/**
 * A condition a line holds under, such as a frequency of 50 Hz to 60 Hz.
 *
 * @param name what is conditioned, empty where the scope does not say
 * @param text as published, name included
 * @param range absent where the text was not understood
 */
public record Condition(String name, String text, @Nullable QuantityRange range) {}
