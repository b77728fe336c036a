package org.qibroker.architecture.planted.talk;

import org.qibroker.architecture.planted.gap.Hole;

/** Talk that looks up to the gaps. */
public record Climber(Hole above) {}
