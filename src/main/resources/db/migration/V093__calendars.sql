-- The times of bookings as calendars hold them, read from the log; and calendars at secret addresses, of which nothing is
-- kept that would give them away.
CREATE TABLE agenda_entry (
    booking_id    uuid        NOT NULL,
    enterprise_id uuid        NOT NULL,
    enterprise    text        NOT NULL,
    provider_id   uuid        NOT NULL,
    provider      text        NOT NULL,
    number        text        NOT NULL,
    title         text        NOT NULL,
    resource_id   uuid        NOT NULL,
    resource      text        NOT NULL,
    site          text        NOT NULL,
    starts        timestamptz NOT NULL,
    ends          timestamptz NOT NULL,
    zone          text        NOT NULL,
    status        text        NOT NULL CONSTRAINT agenda_entry_status_known CHECK (status IN (
        'TENTATIVE', 'CONFIRMED', 'CANCELLED')),
    sequence      bigint      NOT NULL CONSTRAINT agenda_entry_sequence_positive CHECK (sequence >= 1),
    changed_at    timestamptz NOT NULL,
    CONSTRAINT agenda_entry_pk PRIMARY KEY (booking_id),
    CONSTRAINT agenda_entry_lasts CHECK (starts < ends)
);
CREATE INDEX agenda_entry_of_enterprise ON agenda_entry (enterprise_id, ends);
CREATE INDEX agenda_entry_of_provider ON agenda_entry (provider_id, ends);
CREATE INDEX agenda_entry_of_resource ON agenda_entry (resource_id, ends);

-- Bookings from before their events said where they take place.
INSERT INTO agenda_entry
SELECT b.id, b.enterprise_id, b.parties ->> 'enterpriseName', b.provider_id, b.parties ->> 'providerName', b.number,
       b.ordered -> 'lines' -> 0 ->> 'subject', b.resource_id, b.resource_name, b.parties ->> 'site', b.slot_start, b.slot_end,
       b.slot_zone,
       CASE WHEN b.state IN ('DECLINED', 'EXPIRED', 'CANCELLED') THEN 'CANCELLED'
            WHEN b.state = 'REQUESTED' THEN 'TENTATIVE' ELSE 'CONFIRMED' END,
       1, b.created_at
FROM booking b WHERE b.slot_start IS NOT NULL;

CREATE TABLE calendar_feed (
    id              uuid        NOT NULL,
    user_id         uuid        NOT NULL,
    organisation_id uuid        NOT NULL,
    resource_id     uuid,
    name            text,
    generation      integer     NOT NULL CONSTRAINT calendar_feed_generation_positive CHECK (generation >= 1),
    created_at      timestamptz NOT NULL,
    CONSTRAINT calendar_feed_pk PRIMARY KEY (id),
    CONSTRAINT calendar_feed_once UNIQUE NULLS NOT DISTINCT (user_id, resource_id),
    CONSTRAINT calendar_feed_user_known FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE,
    CONSTRAINT calendar_feed_named CHECK ((resource_id IS NULL) = (name IS NULL))
);
