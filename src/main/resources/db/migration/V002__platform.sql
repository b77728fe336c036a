-- The event log: one row for every change that matters, never changed, never deleted.
-- Each row carries the hash of the row before it in its stream, so a change by hand shows.
CREATE TABLE event (
    position      bigint GENERATED ALWAYS AS IDENTITY,
    kind          text        NOT NULL,
    stream        uuid        NOT NULL,
    sequence      bigint      NOT NULL,
    type          text        NOT NULL,
    actor         uuid,
    actor_name    text        NOT NULL,
    organisation  uuid,
    parties       uuid[]      NOT NULL,
    at            timestamptz NOT NULL,
    data          jsonb       NOT NULL,
    previous_hash bytea       NOT NULL,
    hash          bytea       NOT NULL,
    CONSTRAINT event_pk PRIMARY KEY (position),
    CONSTRAINT event_sequence_once UNIQUE (kind, stream, sequence),
    CONSTRAINT event_sequence_positive CHECK (sequence > 0),
    CONSTRAINT event_hash_length CHECK (length(hash) = 32 AND length(previous_hash) IN (0, 32))
);
CREATE INDEX event_by_kind ON event (kind, position);

CREATE FUNCTION event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the event log is append-only' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'event_append_only';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event
    FOR EACH ROW EXECUTE FUNCTION event_is_append_only();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only();

-- Listeners learn that there is something new, and read it from the table.
CREATE FUNCTION event_announce() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('qi_event', '');
    RETURN NULL;
END $$;
CREATE TRIGGER event_announced AFTER INSERT ON event
    FOR EACH STATEMENT EXECUTE FUNCTION event_announce();

-- How far each projection has come. Positions are given before commit, so a row may become visible after a higher one;
-- readers therefore stop at a missing one until nobody is left who could fill it.
CREATE TABLE projection (
    name     text   NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT projection_pk PRIMARY KEY (name)
);

-- One key, one effect: the first answer is written in the transaction of its effect, and given again
-- for a week.
CREATE TABLE idempotency_key (
    owner     uuid        NOT NULL,
    operation text        NOT NULL,
    key       text        NOT NULL,
    body_hash bytea       NOT NULL,
    at        timestamptz NOT NULL DEFAULT now(),
    status    integer     NOT NULL,
    headers   jsonb       NOT NULL,
    body      bytea,
    CONSTRAINT idempotency_key_pk PRIMARY KEY (owner, operation, key),
    CONSTRAINT idempotency_key_hash_length CHECK (length(body_hash) = 32)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (at);
