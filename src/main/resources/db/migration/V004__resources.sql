CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE resource (
    id             uuid    CONSTRAINT resource_pk PRIMARY KEY,
    provider_id    uuid    NOT NULL,
    site_id        uuid    NOT NULL,
    name           text    NOT NULL CONSTRAINT resource_name_filled CHECK (btrim(name) <> ''),
    capacity       integer NOT NULL CONSTRAINT resource_capacity_positive CHECK (capacity BETWEEN 1 AND 1000),
    slot_minutes   integer NOT NULL CONSTRAINT resource_slot_length CHECK (slot_minutes BETWEEN 5 AND 1440),
    buffer_before  integer NOT NULL CONSTRAINT resource_buffer_before_length CHECK (buffer_before BETWEEN 0 AND 1440),
    buffer_after   integer NOT NULL CONSTRAINT resource_buffer_after_length CHECK (buffer_after BETWEEN 0 AND 1440),
    zone           text    NOT NULL,
    opening_hours  jsonb   NOT NULL,
    closures       jsonb   NOT NULL,
    version        bigint  NOT NULL
);
CREATE INDEX resource_by_provider ON resource (provider_id, id);

-- The interchangeable places of a resource, as many as its capacity; one that is out of service takes nothing new.
CREATE TABLE resource_unit (
    id          uuid    CONSTRAINT resource_unit_pk PRIMARY KEY,
    resource_id uuid    NOT NULL CONSTRAINT resource_unit_resource_fk REFERENCES resource (id),
    ordinal     integer NOT NULL CONSTRAINT resource_unit_ordinal_positive CHECK (ordinal >= 1),
    in_service  boolean NOT NULL,
    CONSTRAINT resource_unit_once UNIQUE (resource_id, ordinal)
);

-- One place for a time. What blocks is "during", the slot with its buffers, while "live". A constraint cannot look at
-- the clock, so an expired hold stays live until whoever wants its place releases it, in the transaction that then
-- inserts; both the release and the taking over of a hold are updates of the same row, so only one of them happens.
CREATE TABLE allocation (
    id              uuid        CONSTRAINT allocation_pk PRIMARY KEY,
    resource_id     uuid        NOT NULL CONSTRAINT allocation_resource_fk REFERENCES resource (id),
    unit_id         uuid        NOT NULL CONSTRAINT allocation_unit_fk REFERENCES resource_unit (id),
    during          tstzrange   NOT NULL CONSTRAINT allocation_during_filled CHECK (NOT isempty(during)),
    slot_start      timestamptz NOT NULL,
    slot_end        timestamptz NOT NULL,
    organisation_id uuid        NOT NULL,
    booking_id      uuid,
    expires_at      timestamptz,
    live            boolean     NOT NULL,
    CONSTRAINT allocation_slot_within CHECK (slot_start < slot_end AND during @> tstzrange(slot_start, slot_end)),
    CONSTRAINT allocation_hold_expires CHECK (booking_id IS NOT NULL OR expires_at IS NOT NULL),
    CONSTRAINT allocation_no_overlap EXCLUDE USING gist (unit_id WITH =, during WITH &&) WHERE (live)
);
CREATE INDEX allocation_by_booking ON allocation (booking_id) WHERE booking_id IS NOT NULL;
