package org.qibroker.insight.dashboard;

import org.qibroker.insight.Dimension;

/**
 * A filter that is on.
 *
 * @param name what its value is called
 */
public record Filter(Dimension dimension, String value, String name) {}
