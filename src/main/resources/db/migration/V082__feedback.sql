-- What enterprises say of completed bookings, and what providers say to that: each once.
CREATE TABLE rating (
    booking_id    uuid        NOT NULL,
    enterprise_id uuid        NOT NULL,
    provider_id   uuid        NOT NULL,
    service       integer     NOT NULL,
    punctuality   integer     NOT NULL,
    clarity       integer     NOT NULL,
    comment       text,
    author        text        NOT NULL,
    at            timestamptz NOT NULL,
    CONSTRAINT rating_booking_once PRIMARY KEY (booking_id),
    CONSTRAINT rating_booking_known FOREIGN KEY (booking_id) REFERENCES booking (id),
    CONSTRAINT rating_parties_differ CHECK (enterprise_id <> provider_id),
    CONSTRAINT rating_service_range CHECK (service BETWEEN 1 AND 5),
    CONSTRAINT rating_punctuality_range CHECK (punctuality BETWEEN 1 AND 5),
    CONSTRAINT rating_clarity_range CHECK (clarity BETWEEN 1 AND 5),
    CONSTRAINT rating_comment_filled CHECK (btrim(comment) <> '')
);
CREATE INDEX rating_by_provider ON rating (provider_id, at DESC, booking_id DESC);

CREATE TABLE rating_reply (
    booking_id uuid        NOT NULL,
    text       text        NOT NULL,
    author     text        NOT NULL,
    at         timestamptz NOT NULL,
    CONSTRAINT rating_reply_once PRIMARY KEY (booking_id),
    CONSTRAINT rating_reply_rating_known FOREIGN KEY (booking_id) REFERENCES rating (booking_id),
    CONSTRAINT rating_reply_filled CHECK (btrim(text) <> '')
);

-- Complaints of enterprises about bookings (ISO/IEC 17025:2017, 7.9), at most one open at a time.
CREATE TABLE complaint (
    id              uuid        NOT NULL,
    booking_id      uuid        NOT NULL,
    number          text        NOT NULL,
    enterprise_id   uuid        NOT NULL,
    provider_id     uuid        NOT NULL,
    parties         jsonb       NOT NULL,
    subject         text        NOT NULL,
    text            text        NOT NULL,
    state           text        NOT NULL,
    acknowledge_due timestamptz NOT NULL,
    answer_due      timestamptz NOT NULL,
    next_due        timestamptz,
    late            boolean     NOT NULL,
    answer          text,
    proposed        text,
    outcome         text,
    decision        text,
    version         bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    CONSTRAINT complaint_pk PRIMARY KEY (id),
    CONSTRAINT complaint_booking_known FOREIGN KEY (booking_id) REFERENCES booking (id),
    CONSTRAINT complaint_subject_known CHECK (subject IN ('RESULT', 'TIME', 'CONDUCT', 'PRICE', 'OTHER')),
    CONSTRAINT complaint_text_filled CHECK (btrim(text) <> ''),
    CONSTRAINT complaint_state_known
        CHECK (state IN ('RECEIVED', 'ACKNOWLEDGED', 'ANSWERED', 'MEDIATION', 'CLOSED')),
    CONSTRAINT complaint_proposed_known CHECK (proposed IN ('UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD')),
    CONSTRAINT complaint_outcome_known
        CHECK (outcome IN ('UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD', 'WITHDRAWN')),
    CONSTRAINT complaint_closed_with_outcome CHECK ((state = 'CLOSED') = (outcome IS NOT NULL)),
    CONSTRAINT complaint_answered_with_answer
        CHECK (state <> 'ANSWERED' OR (answer IS NOT NULL AND proposed IS NOT NULL)),
    CONSTRAINT complaint_acknowledged_before_answered CHECK (acknowledge_due <= answer_due),
    CONSTRAINT complaint_due_while_open CHECK (next_due IS NULL OR state IN ('RECEIVED', 'ACKNOWLEDGED', 'ANSWERED')),
    CONSTRAINT complaint_version_positive CHECK (version > 0)
);
CREATE UNIQUE INDEX complaint_open_once ON complaint (booking_id) WHERE state <> 'CLOSED';
CREATE INDEX complaint_by_time ON complaint (created_at DESC, id DESC);
CREATE INDEX complaint_by_due ON complaint (next_due) WHERE next_due IS NOT NULL;

CREATE TABLE complaint_message (
    id           uuid        NOT NULL,
    complaint_id uuid        NOT NULL,
    side         text        NOT NULL,
    author       text        NOT NULL,
    text         text        NOT NULL,
    at           timestamptz NOT NULL,
    CONSTRAINT complaint_message_pk PRIMARY KEY (id),
    CONSTRAINT complaint_message_complaint_known FOREIGN KEY (complaint_id) REFERENCES complaint (id),
    CONSTRAINT complaint_message_side_known CHECK (side IN ('ENTERPRISE', 'PROVIDER', 'COORDINATOR')),
    CONSTRAINT complaint_message_filled CHECK (btrim(text) <> '')
);
CREATE INDEX complaint_message_by_complaint ON complaint_message (complaint_id, at, id);

-- What the log of ratings adds to the record of a provider: how many, and the sum of their means in thirds of a point.
ALTER TABLE provider_record ADD COLUMN ratings bigint NOT NULL DEFAULT 0;
ALTER TABLE provider_record ADD COLUMN rating_thirds bigint NOT NULL DEFAULT 0;
ALTER TABLE provider_record ADD CONSTRAINT provider_record_ratings
    CHECK (ratings >= 0 AND rating_thirds BETWEEN 3 * ratings AND 15 * ratings);
