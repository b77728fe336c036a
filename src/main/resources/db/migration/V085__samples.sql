-- The pieces that are sent for a booking, and who has each of them; the way there is in the event log.
CREATE TABLE custody_sample (
    id              uuid        CONSTRAINT custody_sample_pk PRIMARY KEY,
    booking_id      uuid        NOT NULL CONSTRAINT custody_sample_booking_fk REFERENCES booking (id),
    position        integer     NOT NULL CONSTRAINT custody_sample_position_range CHECK (position BETWEEN 1 AND 200),
    code            text        NOT NULL CONSTRAINT custody_sample_code_once UNIQUE
                                CONSTRAINT custody_sample_code_form CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
    name            text        NOT NULL CONSTRAINT custody_sample_name_filled CHECK (btrim(name) <> ''),
    state           text        NOT NULL CONSTRAINT custody_sample_state_known CHECK (state IN (
        'PREPARED', 'DISPATCHED', 'RECEIVED', 'IN_LAB', 'RETURNED', 'DISPOSED', 'LOST')),
    condition       text        CONSTRAINT custody_sample_condition_known CHECK (condition IN (
        'GOOD', 'DAMAGED', 'WRONG', 'MISSING')),
    carrier         text,
    tracking_number text,
    changed_at      timestamptz NOT NULL,
    CONSTRAINT custody_sample_position_once UNIQUE (booking_id, position),
    CONSTRAINT custody_sample_received_somehow CHECK (
        state NOT IN ('RECEIVED', 'IN_LAB') OR condition IS NOT NULL),
    CONSTRAINT custody_sample_sent_by_somebody CHECK (
        state NOT IN ('DISPATCHED', 'RETURNED') OR carrier IS NOT NULL),
    CONSTRAINT custody_sample_work_needs_a_piece CHECK (
        state <> 'IN_LAB' OR condition IN ('GOOD', 'DAMAGED')),
    CONSTRAINT custody_sample_missing_goes_nowhere CHECK (
        condition <> 'MISSING' OR state IN ('RECEIVED', 'LOST'))
);
