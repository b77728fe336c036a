package org.qibroker.architecture.planted.ledger;

import org.qibroker.architecture.planted.gap.Hole;

/** A ledger that looks up to the gaps. */
public record Climber(Hole above) {}
