-- What users want to be told of, and how; the outbox of mails.

CREATE TABLE notify_language (
    user_id  uuid NOT NULL,
    language text NOT NULL CONSTRAINT notify_language_known CHECK (language IN ('ZH', 'EN')),
    CONSTRAINT notify_language_pk PRIMARY KEY (user_id),
    CONSTRAINT notify_language_user_known FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);

CREATE TABLE notify_preference (
    user_id uuid NOT NULL,
    topic   text NOT NULL CONSTRAINT notify_preference_topic_said CHECK (topic ~ '^[A-Z_]+$'),
    channel text NOT NULL CONSTRAINT notify_preference_channel_known CHECK (channel IN ('MAIL', 'NOTICE', 'NONE')),
    CONSTRAINT notify_preference_pk PRIMARY KEY (user_id, topic),
    CONSTRAINT notify_preference_user_known FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);

-- One mail an event and reader. What it says follows from the event when it is sent. While somebody tries, next_at is the
-- end of the lease.
CREATE TABLE mail (
    id         uuid        NOT NULL,
    position   bigint      NOT NULL,
    user_id    uuid        NOT NULL,
    state      text        NOT NULL CONSTRAINT mail_state_known CHECK (state IN ('WAITING', 'SENT', 'FAILED')),
    attempts   integer     NOT NULL CONSTRAINT mail_attempts_bounded CHECK (attempts BETWEEN 0 AND 8),
    next_at    timestamptz,
    error      text,
    created_at timestamptz NOT NULL,
    sent_at    timestamptz,
    CONSTRAINT mail_pk PRIMARY KEY (id),
    CONSTRAINT mail_once UNIQUE (position, user_id),
    CONSTRAINT mail_event_known FOREIGN KEY (position) REFERENCES event (position),
    CONSTRAINT mail_user_known FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE,
    CONSTRAINT mail_waits_for_a_time CHECK ((state = 'WAITING') = (next_at IS NOT NULL)),
    CONSTRAINT mail_sent_at_a_time CHECK ((state = 'SENT') = (sent_at IS NOT NULL))
);
CREATE INDEX mail_waiting ON mail (next_at, id) WHERE state = 'WAITING';
CREATE INDEX mail_troubled ON mail (created_at DESC, id DESC) WHERE error IS NOT NULL;
CREATE INDEX mail_by_age ON mail (sent_at) WHERE sent_at IS NOT NULL;
