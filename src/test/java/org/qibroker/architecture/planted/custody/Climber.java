package org.qibroker.architecture.planted.custody;

import org.qibroker.architecture.planted.gap.Hole;

/** A custody that looks up to the gaps. */
public record Climber(Hole above) {}
