package org.qibroker.feedback.complaint;

import java.time.Instant;
import java.util.UUID;
import org.qibroker.booking.Actor;

/** What somebody wrote about a complaint. */
public record ComplaintMessage(UUID id, UUID complaintId, Actor side, String author, String text, Instant at) {}
