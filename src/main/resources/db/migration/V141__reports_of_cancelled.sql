-- Nobody is to rely on a report whose booking was cancelled for a dispute, also where that was decided before a
-- cancellation took the report back. It is withdrawn as of the decision, for its reason.
UPDATE booking_report r
SET withdrawn_at = decided.at, reason = coalesce(decided.data ->> 'reason', r.reason, b.number)
FROM booking b
CROSS JOIN LATERAL (
    SELECT e.at, e.data FROM event e WHERE e.kind = 'booking' AND e.stream = b.id AND e.type = 'booking-resolved'
    ORDER BY e.sequence DESC LIMIT 1) decided
WHERE b.id = r.booking_id AND b.state = 'CANCELLED' AND r.withdrawn_at IS NULL
  AND r.version = (SELECT max(version) FROM booking_report WHERE booking_id = b.id);
