-- The measuring instruments of enterprises.
CREATE TABLE instrument (
    id            uuid   NOT NULL,
    enterprise_id uuid   NOT NULL,
    own_number    text   NOT NULL CONSTRAINT instrument_own_number_said CHECK (btrim(own_number) <> ''),
    state         text   NOT NULL CONSTRAINT instrument_state_known CHECK (state IN ('IN_USE', 'IDLE', 'SEALED', 'SCRAPPED')),
    draft         jsonb  NOT NULL,
    version       bigint NOT NULL CONSTRAINT instrument_version_positive CHECK (version >= 1),
    CONSTRAINT instrument_pk PRIMARY KEY (id),
    CONSTRAINT instrument_own_number_once UNIQUE (enterprise_id, own_number),
    CONSTRAINT instrument_enterprise_known FOREIGN KEY (enterprise_id) REFERENCES organisation (id),
    CONSTRAINT instrument_interval_sane CHECK ((draft ->> 'intervalMonths')::int BETWEEN 1 AND 120)
);

-- By which item of which demand an instrument's calibration is asked for; the kind tells the item when a draft is
-- written anew.
CREATE TABLE instrument_request (
    instrument_id  uuid    NOT NULL,
    demand_id      uuid    NOT NULL,
    demand_item_id uuid    NOT NULL,
    kind           text    NOT NULL,
    open           boolean NOT NULL,
    CONSTRAINT instrument_request_pk PRIMARY KEY (instrument_id, demand_id),
    CONSTRAINT instrument_request_instrument_known FOREIGN KEY (instrument_id) REFERENCES instrument (id)
);
CREATE UNIQUE INDEX instrument_request_one_open ON instrument_request (instrument_id) WHERE open;
CREATE INDEX instrument_request_by_item ON instrument_request (demand_item_id);
CREATE INDEX instrument_request_by_demand ON instrument_request (demand_id);

-- What came back. One that is disputed or withdrawn is kept, and does not hold.
CREATE TABLE instrument_certificate (
    instrument_id uuid    NOT NULL,
    booking_id    uuid    NOT NULL,
    number        text    NOT NULL CONSTRAINT instrument_certificate_number_said CHECK (number <> ''),
    issued_on     date    NOT NULL,
    provider      text    NOT NULL,
    holds         boolean NOT NULL,
    CONSTRAINT instrument_certificate_pk PRIMARY KEY (instrument_id, booking_id),
    CONSTRAINT instrument_certificate_instrument_known FOREIGN KEY (instrument_id) REFERENCES instrument (id)
);
CREATE INDEX instrument_certificate_by_booking ON instrument_certificate (booking_id);

-- Each instrument with the certificate in force, the day it is due, and the request that is under way.
CREATE VIEW ledger_entry AS
SELECT i.*, c.booking_id, c.number AS certificate, c.issued_on AS certified_on, c.provider, r.demand_id,
       CASE WHEN c.booking_id IS NOT NULL
            THEN (c.issued_on + make_interval(months => (i.draft ->> 'intervalMonths')::int))::date
            ELSE coalesce((i.draft ->> 'nextDue')::date,
                          ((i.draft -> 'last' ->> 'on')::date
                           + make_interval(months => (i.draft ->> 'intervalMonths')::int))::date)
       END AS due
FROM instrument i
LEFT JOIN LATERAL (
    SELECT * FROM instrument_certificate
    WHERE instrument_id = i.id AND holds AND issued_on >= coalesce((i.draft -> 'last' ->> 'on')::date, '-infinity')
    ORDER BY issued_on DESC, booking_id DESC LIMIT 1) c ON true
LEFT JOIN instrument_request r ON r.instrument_id = i.id AND r.open;
