package org.qibroker.platform.ops;

import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * One thing without which requests cannot be served.
 *
 * @param id its name, in kebab-case
 * @param look succeeds if it is there
 */
public record ReadinessCheck(String id, Supplier<Future<?>> look) {}
