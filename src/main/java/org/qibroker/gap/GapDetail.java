package org.qibroker.gap;

import org.qibroker.gap.Gaps.Remarks;

/** A gap with what coordinators said of it, and what there is for it. */
public record GapDetail(GapView view, Remarks remarks, Supply supply) {}
