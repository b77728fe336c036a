-- Whatever open bookings are counted by is in the index.
DROP INDEX insight_booking_open;
CREATE INDEX insight_booking_open ON insight_booking (asked_at)
    INCLUDE (state, late, enterprise_id, provider_id, demand_id, family)
    WHERE state NOT IN ('COMPLETED', 'DECLINED', 'EXPIRED', 'CANCELLED');
