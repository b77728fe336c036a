package org.qibroker.architecture.planted.audit;

import org.qibroker.architecture.planted.gap.Hole;

/** An audit that looks up to the gaps. */
public record Climber(Hole above) {}
