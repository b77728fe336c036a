-- What the sides of a booking write each other, with files.
CREATE TABLE booking_message (
    id         uuid        CONSTRAINT booking_message_pk PRIMARY KEY,
    booking_id uuid        NOT NULL CONSTRAINT booking_message_booking_fk REFERENCES booking (id),
    part       text        NOT NULL CONSTRAINT booking_message_part_known CHECK (part IN (
        'ENTERPRISE', 'PROVIDER', 'COORDINATOR')),
    author     text        NOT NULL,
    text       text        NOT NULL CONSTRAINT booking_message_length CHECK (length(text) <= 4000),
    files      uuid[]      NOT NULL CONSTRAINT booking_message_few_files CHECK (cardinality(files) <= 5),
    created_at timestamptz NOT NULL,
    CONSTRAINT booking_message_says_something CHECK (btrim(text) <> '' OR cardinality(files) > 0)
);
CREATE INDEX booking_message_by_booking ON booking_message (booking_id, id);
