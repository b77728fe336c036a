-- The outbox is the platform's, for whoever has something to say. A letter that was sent is forgotten but for the fact.
-- While somebody tries, next_at is the end of the lease.
DROP TABLE mail;

CREATE TABLE letter (
    id         uuid        NOT NULL,
    once       text,
    recipient  text        NOT NULL CONSTRAINT letter_recipient_said CHECK (recipient <> ''),
    content    jsonb,
    state      text        NOT NULL CONSTRAINT letter_state_known CHECK (state IN ('WAITING', 'SENT', 'FAILED')),
    attempts   integer     NOT NULL CONSTRAINT letter_attempts_bounded CHECK (attempts BETWEEN 0 AND 8),
    next_at    timestamptz,
    error      text,
    created_at timestamptz NOT NULL,
    sent_at    timestamptz,
    CONSTRAINT letter_pk PRIMARY KEY (id),
    CONSTRAINT letter_once UNIQUE (once),
    CONSTRAINT letter_waits_for_a_time CHECK ((state = 'WAITING') = (next_at IS NOT NULL)),
    CONSTRAINT letter_sent_at_a_time CHECK ((state = 'SENT') = (sent_at IS NOT NULL)),
    CONSTRAINT letter_content_until_sent CHECK ((state = 'SENT') = (content IS NULL))
);
CREATE INDEX letter_waiting ON letter (next_at, id) WHERE state = 'WAITING';
CREATE INDEX letter_troubled ON letter (created_at DESC, id DESC) WHERE error IS NOT NULL;
CREATE INDEX letter_by_age ON letter (sent_at) WHERE sent_at IS NOT NULL;
