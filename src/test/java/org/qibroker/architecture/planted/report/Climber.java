package org.qibroker.architecture.planted.report;

import org.qibroker.architecture.planted.gap.Hole;

/** Planted: a room that looks where it must not. */
public record Climber(Hole other) {}
