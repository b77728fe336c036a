-- What an open booking relied on and no longer holds, and when it was last held against the scope.

ALTER TABLE booking
    ADD COLUMN flags      jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN checked_on date,
    ADD CONSTRAINT booking_flags_list CHECK (jsonb_typeof(flags) = 'array'),
    ADD CONSTRAINT booking_ended_not_flagged
        CHECK (state NOT IN ('DECLINED', 'EXPIRED', 'CANCELLED', 'COMPLETED') OR flags = '[]');
CREATE INDEX booking_to_check ON booking (checked_on NULLS FIRST, id)
    WHERE state IN ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'DRAFTED');
