-- Requests of enterprises.
CREATE TABLE demand (
    id            uuid        NOT NULL,
    enterprise_id uuid        NOT NULL,
    title         text        NOT NULL,
    contact       jsonb,
    district      text,
    needed_by     date,
    budget_fen    bigint,
    programmes    text[],
    scenarios     text[],
    preset        text,
    agreement     jsonb       NOT NULL,
    state         text        NOT NULL,
    reason        text,
    created_at    timestamptz NOT NULL,
    submitted_at  timestamptz,
    version       bigint      NOT NULL DEFAULT 1,
    CONSTRAINT demand_pk PRIMARY KEY (id),
    CONSTRAINT demand_enterprise_known FOREIGN KEY (enterprise_id) REFERENCES organisation (id),
    CONSTRAINT demand_title_said CHECK (title <> ''),
    CONSTRAINT demand_district_form CHECK (district ~ '^[0-9]{6}$'),
    CONSTRAINT demand_budget_positive CHECK (budget_fen > 0),
    CONSTRAINT demand_preset_known
        CHECK (preset IN ('BALANCED', 'CHEAPEST', 'FASTEST', 'MOST_ACCURATE', 'NEAREST')),
    CONSTRAINT demand_state_known CHECK (state IN ('DRAFT', 'SUBMITTED', 'QUOTING', 'PARTLY_BOOKED', 'BOOKED',
                                                   'FULFILLED', 'CANCELLED', 'CLOSED')),
    CONSTRAINT demand_submitted_once
        CHECK (state = 'CANCELLED' OR (state = 'DRAFT') = (submitted_at IS NULL)),
    CONSTRAINT demand_version_positive CHECK (version > 0)
);
CREATE INDEX demand_by_enterprise ON demand (enterprise_id, created_at DESC, id DESC);
CREATE INDEX demand_submitted ON demand (created_at DESC, id DESC) WHERE submitted_at IS NOT NULL;

CREATE TABLE demand_item (
    id        uuid    NOT NULL,
    demand_id uuid    NOT NULL,
    place     integer NOT NULL,
    spec      jsonb   NOT NULL,
    CONSTRAINT demand_item_pk PRIMARY KEY (id),
    CONSTRAINT demand_item_demand_known FOREIGN KEY (demand_id) REFERENCES demand (id),
    CONSTRAINT demand_item_place_once UNIQUE (demand_id, place),
    CONSTRAINT demand_item_place_range CHECK (place BETWEEN 0 AND 199),
    CONSTRAINT demand_item_spec_said CHECK (spec ? 'family' AND spec ? 'subject')
);

-- What the log of bookings says about each item; the state of a demand follows from it.
CREATE TABLE demand_item_booking (
    demand_item_id uuid NOT NULL,
    booking_id     uuid NOT NULL,
    state          text NOT NULL,
    CONSTRAINT demand_item_booking_pk PRIMARY KEY (demand_item_id, booking_id),
    CONSTRAINT demand_item_booking_item_known FOREIGN KEY (demand_item_id) REFERENCES demand_item (id)
);
