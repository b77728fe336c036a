-- Who has to act next on a booking, as the rules say it at each step; nobody once it has ended. Lists are picked by it.
ALTER TABLE booking ADD COLUMN acts_next text;
UPDATE booking SET acts_next = CASE
    WHEN proposal IS NOT NULL THEN CASE proposal ->> 'by' WHEN 'ENTERPRISE' THEN 'PROVIDER' ELSE 'ENTERPRISE' END
    WHEN state IN ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS') THEN 'PROVIDER'
    WHEN state = 'ON_HOLD' THEN waiting_on
    WHEN state = 'DRAFTED' AND draft_approved IS NULL THEN 'ENTERPRISE'
    WHEN state = 'REPORTED' AND completion_due IS NOT NULL THEN 'ENTERPRISE'
    WHEN state IN ('DRAFTED', 'REPORTED') THEN 'PROVIDER'
    WHEN state = 'DISPUTED' THEN 'COORDINATOR' END;
ALTER TABLE booking ADD CONSTRAINT booking_acts_next_while_open CHECK (CASE
    WHEN state IN ('DECLINED', 'EXPIRED', 'CANCELLED', 'COMPLETED') THEN acts_next IS NULL
    ELSE coalesce(acts_next, '') IN ('ENTERPRISE', 'PROVIDER', 'COORDINATOR') END);
