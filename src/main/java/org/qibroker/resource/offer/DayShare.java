package org.qibroker.resource.offer;

import org.qibroker.resource.Slot;

/** How many pieces go to one day. */
public record DayShare(Slot day, int pieces) {}
