-- Names of those who act, beside the log: events hold ids and pseudonyms. A name that is forgotten is NULL.
CREATE TABLE actor (
    id   uuid NOT NULL CONSTRAINT actor_pk PRIMARY KEY,
    name text CONSTRAINT actor_name_said CHECK (name <> '')
);
INSERT INTO actor (id, name) SELECT id, name FROM user_account;

-- Who did or saw what, found by time, person and organisation.
CREATE INDEX event_by_time ON event (at DESC, position DESC);
CREATE INDEX event_by_actor ON event (actor, at DESC, position DESC) WHERE actor IS NOT NULL;
CREATE INDEX event_by_party ON event USING gin ((parties || organisation)) WITH (fastupdate = off);

-- What checks of the log have found.
CREATE TABLE log_check (
    id     uuid        NOT NULL CONSTRAINT log_check_pk PRIMARY KEY,
    at     timestamptz NOT NULL,
    asker  text        NOT NULL CONSTRAINT log_check_asker_known CHECK (asker IN ('CLOCK', 'COMMAND')),
    events bigint      NOT NULL,
    up_to  bigint      NOT NULL,
    lost   bigint      NOT NULL,
    named  bigint      NOT NULL,
    faults bigint      NOT NULL,
    broken jsonb       NOT NULL,
    CONSTRAINT log_check_counts CHECK (events >= 0 AND up_to >= 0 AND lost >= 0 AND named BETWEEN 0 AND events
        AND faults BETWEEN 0 AND events),
    CONSTRAINT log_check_names_faults CHECK ((faults = 0) = (jsonb_array_length(broken) = 0))
);
CREATE INDEX log_check_by_time ON log_check (at DESC, id DESC);
