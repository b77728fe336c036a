package org.qibroker.matching.watch;

import java.time.Instant;
import org.qibroker.shared.Family;

/**
 * How many wait for one subject.
 *
 * @param items items that wait
 * @param enterprises enterprises they belong to
 * @param since how long the first has been waiting
 */
public record Waiting(Family family, String subject, int items, int enterprises, Instant since) {}
