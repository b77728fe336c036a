package org.qibroker.catalog;

import org.jspecify.annotations.Nullable;
import org.qibroker.standards.Designation;

/**
 * A standard or specification a service follows.
 *
 * @param text as published
 * @param designation what it names, absent where that was not understood
 */
public record Method(String text, @Nullable Designation designation) {}
