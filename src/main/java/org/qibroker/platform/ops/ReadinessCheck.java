package org.qibroker.platform.ops;

import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * One thing without which requests cannot be served.
 *
 * @param id its name, in kebab-case
 * @param look succeeds if it is there; a text it succeeds with, or the message it fails with, is told
 */
public record ReadinessCheck(String id, Supplier<Future<?>> look) {}
