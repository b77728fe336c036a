-- By when whoever has to act next should have; a far day where nothing is due. Lists are sorted by it.
ALTER TABLE booking ADD COLUMN acts_by timestamptz NOT NULL DEFAULT '9999-01-01 00:00:00Z';
UPDATE booking SET acts_by = coalesce(
    CASE WHEN proposal IS NOT NULL THEN (proposal ->> 'due')::timestamptz
         WHEN state = 'REQUESTED' THEN response_due
         WHEN state = 'ACCEPTED' THEN slot_start
         WHEN state = 'IN_PROGRESS' THEN turnaround_due
         WHEN state = 'DRAFTED' THEN CASE WHEN draft_approved IS NULL THEN draft_answer_due ELSE turnaround_due END
         WHEN state = 'REPORTED' THEN completion_due END,
    acts_by);
CREATE INDEX booking_by_next_act ON booking (acts_by, id DESC);
