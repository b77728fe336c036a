package org.qibroker.account.verification;

import java.time.Instant;
import org.qibroker.account.Organisation;

/** What an organisation has stated of itself, and what was found. */
public record Stated(Organisation organisation, Instant registeredAt, int members, Verification verification) {}
