-- What an enterprise asks a provider to make an offer for; a provider is asked once for a demand, at most 20 are.
CREATE TABLE quote_request (
    id            uuid        NOT NULL,
    demand_id     uuid        NOT NULL,
    enterprise_id uuid        NOT NULL,
    provider_id   uuid        NOT NULL,
    place         integer     NOT NULL,
    parties       jsonb       NOT NULL,
    asked         jsonb       NOT NULL,
    answer_by     date        NOT NULL,
    state         text        NOT NULL,
    losses        text[]      NOT NULL DEFAULT '{}',
    reason        text,
    version       bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    CONSTRAINT quote_request_pk PRIMARY KEY (id),
    CONSTRAINT quote_request_demand_known FOREIGN KEY (demand_id) REFERENCES demand (id),
    CONSTRAINT quote_request_provider_once UNIQUE (demand_id, provider_id),
    CONSTRAINT quote_request_place_once UNIQUE (demand_id, place),
    CONSTRAINT quote_request_place_range CHECK (place BETWEEN 1 AND 20),
    CONSTRAINT quote_request_parties_differ CHECK (enterprise_id <> provider_id),
    CONSTRAINT quote_request_answer_later CHECK (answer_by > (created_at AT TIME ZONE 'Asia/Shanghai')::date),
    CONSTRAINT quote_request_state_known
        CHECK (state IN ('OPEN', 'QUOTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'AWARDED', 'NOT_AWARDED')),
    CONSTRAINT quote_request_losses_known
        CHECK (losses <@ ARRAY ['PRICE', 'FINISH', 'UNCERTAINTY', 'OTHER_CHOSEN', 'NOT_ANSWERED']),
    CONSTRAINT quote_request_loser_told CHECK ((state = 'NOT_AWARDED') = (cardinality(losses) > 0)),
    CONSTRAINT quote_request_says_why CHECK (state <> 'DECLINED' OR reason IS NOT NULL),
    CONSTRAINT quote_request_version_positive CHECK (version > 0)
);
CREATE INDEX quote_request_by_enterprise ON quote_request (enterprise_id, created_at DESC, id DESC);
CREATE INDEX quote_request_by_provider ON quote_request (provider_id, created_at DESC, id DESC);
CREATE INDEX quote_request_by_answer ON quote_request (answer_by) WHERE state = 'OPEN';

-- Every revision of an answer; at most one of a request counts.
CREATE TABLE quote (
    id          uuid        NOT NULL,
    request_id  uuid        NOT NULL,
    revision    integer     NOT NULL,
    state       text        NOT NULL,
    valid_until date        NOT NULL,
    terms       text,
    made_at     timestamptz NOT NULL,
    CONSTRAINT quote_pk PRIMARY KEY (id),
    CONSTRAINT quote_request_known FOREIGN KEY (request_id) REFERENCES quote_request (id),
    CONSTRAINT quote_revision_once UNIQUE (request_id, revision),
    CONSTRAINT quote_revision_positive CHECK (revision > 0),
    CONSTRAINT quote_state_known
        CHECK (state IN ('OFFERED', 'SUPERSEDED', 'WITHDRAWN', 'EXPIRED', 'AWARDED', 'NOT_AWARDED')),
    CONSTRAINT quote_valid_later CHECK (valid_until > (made_at AT TIME ZONE 'Asia/Shanghai')::date)
);
CREATE UNIQUE INDEX quote_one_counts ON quote (request_id) WHERE state IN ('OFFERED', 'AWARDED');
CREATE INDEX quote_by_validity ON quote (valid_until) WHERE state = 'OFFERED';

CREATE TABLE quote_item (
    quote_id         uuid             NOT NULL,
    demand_item_id   uuid             NOT NULL,
    place            integer          NOT NULL,
    price_fen        bigint           NOT NULL,
    discount_percent integer          NOT NULL,
    finish_by        date             NOT NULL,
    uncertainty      double precision,
    uncertainty_unit text,
    coverage_factor  double precision,
    terms            text,
    capability_ids   uuid[]           NOT NULL,
    CONSTRAINT quote_item_pk PRIMARY KEY (quote_id, demand_item_id),
    CONSTRAINT quote_item_quote_known FOREIGN KEY (quote_id) REFERENCES quote (id),
    CONSTRAINT quote_item_item_known FOREIGN KEY (demand_item_id) REFERENCES demand_item (id),
    CONSTRAINT quote_item_price_not_negative CHECK (price_fen >= 0),
    CONSTRAINT quote_item_discount_range CHECK (discount_percent BETWEEN 0 AND 100),
    CONSTRAINT quote_item_uncertainty_whole
        CHECK (num_nulls(uncertainty, uncertainty_unit, coverage_factor) IN (0, 3)),
    CONSTRAINT quote_item_uncertainty_positive CHECK (uncertainty > 0 AND coverage_factor >= 1),
    CONSTRAINT quote_item_lines_named CHECK (cardinality(capability_ids) BETWEEN 1 AND 50)
);

-- Which offer was taken for an item, and the booking it became; released if nothing came of the booking.
CREATE TABLE quote_award (
    quote_id       uuid        NOT NULL,
    demand_item_id uuid        NOT NULL,
    booking_id     uuid        NOT NULL,
    awarded_at     timestamptz NOT NULL,
    released       boolean     NOT NULL DEFAULT false,
    CONSTRAINT quote_award_pk PRIMARY KEY (booking_id, demand_item_id),
    CONSTRAINT quote_award_offered FOREIGN KEY (quote_id, demand_item_id)
        REFERENCES quote_item (quote_id, demand_item_id),
    CONSTRAINT quote_award_booking_known FOREIGN KEY (booking_id) REFERENCES booking (id)
);
CREATE UNIQUE INDEX quote_award_item_once ON quote_award (demand_item_id) WHERE NOT released;

-- What the two sides write to each other about a request.
CREATE TABLE quote_message (
    id         uuid        NOT NULL,
    request_id uuid        NOT NULL,
    side       text        NOT NULL,
    author     text        NOT NULL,
    text       text        NOT NULL,
    at         timestamptz NOT NULL,
    CONSTRAINT quote_message_pk PRIMARY KEY (id),
    CONSTRAINT quote_message_request_known FOREIGN KEY (request_id) REFERENCES quote_request (id),
    CONSTRAINT quote_message_side_known CHECK (side IN ('ENTERPRISE', 'PROVIDER')),
    CONSTRAINT quote_message_filled CHECK (btrim(text) <> '')
);
CREATE INDEX quote_message_by_request ON quote_message (request_id, at, id);

-- What the log of quotes says about each demand; that it is QUOTING follows from it.
CREATE TABLE demand_quote_request (
    request_id uuid    NOT NULL,
    demand_id  uuid    NOT NULL,
    open       boolean NOT NULL,
    CONSTRAINT demand_quote_request_pk PRIMARY KEY (request_id),
    CONSTRAINT demand_quote_request_demand_known FOREIGN KEY (demand_id) REFERENCES demand (id)
);
CREATE INDEX demand_quote_request_open ON demand_quote_request (demand_id) WHERE open;
