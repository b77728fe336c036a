package org.qibroker.resource.pages;

import org.qibroker.resource.Break;

/**
 * What a change would break, with a name that people know.
 *
 * @param organisation for whom it is booked
 */
public record NamedBreak(Break broken, String organisation) {}
