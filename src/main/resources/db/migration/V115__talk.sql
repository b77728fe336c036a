-- What people write each other about a thing they share, with files; it was kept apart for each kind of thing.
CREATE TABLE talk_message (
    id               uuid        CONSTRAINT talk_message_pk PRIMARY KEY,
    subject          text        NOT NULL CONSTRAINT talk_message_subject_known CHECK (subject IN (
        'BOOKING', 'QUOTE_REQUEST', 'COMPLAINT')),
    subject_id       uuid        NOT NULL,
    booking_id       uuid        GENERATED ALWAYS AS (CASE subject WHEN 'BOOKING' THEN subject_id END) STORED
                                 CONSTRAINT talk_message_booking_known REFERENCES booking (id),
    quote_request_id uuid        GENERATED ALWAYS AS (CASE subject WHEN 'QUOTE_REQUEST' THEN subject_id END) STORED
                                 CONSTRAINT talk_message_quote_request_known REFERENCES quote_request (id),
    complaint_id     uuid        GENERATED ALWAYS AS (CASE subject WHEN 'COMPLAINT' THEN subject_id END) STORED
                                 CONSTRAINT talk_message_complaint_known REFERENCES complaint (id),
    part             text        NOT NULL CONSTRAINT talk_message_part_known CHECK (part IN (
        'ENTERPRISE', 'PROVIDER', 'COORDINATOR')),
    author           text        NOT NULL,
    text             text        NOT NULL CONSTRAINT talk_message_length CHECK (length(text) <= 4000),
    files            uuid[]      NOT NULL CONSTRAINT talk_message_few_files CHECK (cardinality(files) <= 10),
    created_at       timestamptz NOT NULL,
    CONSTRAINT talk_message_says_something CHECK (btrim(text) <> '' OR cardinality(files) > 0)
);
CREATE INDEX talk_message_by_subject ON talk_message (subject_id, created_at, id);

INSERT INTO talk_message (id, subject, subject_id, part, author, text, files, created_at)
SELECT id, 'BOOKING', booking_id, part, author, text, files, created_at FROM booking_message
UNION ALL
SELECT id, 'QUOTE_REQUEST', request_id, side, author, text,
       ARRAY (SELECT file_id FROM quote_attachment WHERE message_id = m.id ORDER BY place), at
FROM quote_message m
UNION ALL
SELECT id, 'COMPLAINT', complaint_id, side, author, text, '{}', at FROM complaint_message;

DROP TABLE quote_attachment;
DROP TABLE booking_message, quote_message, complaint_message;
