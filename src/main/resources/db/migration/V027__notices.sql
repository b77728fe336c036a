-- What an organisation should know of: derived from the event log, one notice an event and organisation.

CREATE TABLE notice (
    id              uuid        NOT NULL,
    organisation_id uuid        NOT NULL,
    position        bigint      NOT NULL,
    kind            text        NOT NULL,
    subject_id      uuid        NOT NULL,
    type            text        NOT NULL CONSTRAINT notice_type_said CHECK (type <> ''),
    about           text        NOT NULL,
    detail          text,
    at              timestamptz NOT NULL,
    CONSTRAINT notice_pk PRIMARY KEY (id),
    CONSTRAINT notice_once UNIQUE (organisation_id, position)
);

-- Up to which event a user has read the notices.
CREATE TABLE notice_seen (
    user_id  uuid   NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT notice_seen_pk PRIMARY KEY (user_id),
    CONSTRAINT notice_seen_position_positive CHECK (position > 0)
);
