CREATE SEQUENCE booking_number AS bigint;

CREATE TABLE booking (
    id               uuid        CONSTRAINT booking_pk PRIMARY KEY,
    number           text        NOT NULL CONSTRAINT booking_number_once UNIQUE,
    enterprise_id    uuid        NOT NULL,
    provider_id      uuid        NOT NULL,
    parties          jsonb       NOT NULL,
    demand_id        uuid,
    ordered          jsonb       NOT NULL,
    price_fen        bigint      CONSTRAINT booking_price_not_negative CHECK (price_fen >= 0),
    state            text        NOT NULL CONSTRAINT booking_state_known CHECK (state IN (
        'REQUESTED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'CANCELLED', 'IN_PROGRESS', 'ON_HOLD', 'DRAFTED', 'REPORTED',
        'COMPLETED', 'DISPUTED')),
    version          bigint      NOT NULL CONSTRAINT booking_version_positive CHECK (version >= 1),
    created_at       timestamptz NOT NULL,
    resource_id      uuid        CONSTRAINT booking_resource_fk REFERENCES resource (id),
    resource_name    text,
    slot_start       timestamptz,
    slot_end         timestamptz,
    slot_zone        text,
    allocation_id    uuid        CONSTRAINT booking_allocation_fk REFERENCES allocation (id),
    response_due     timestamptz,
    turnaround_due   timestamptz,
    completion_due   timestamptz,
    next_due         timestamptz,
    waiting_on       text        CONSTRAINT booking_waiting_on_party CHECK (waiting_on IN ('ENTERPRISE', 'PROVIDER')),
    waiting_since    timestamptz,
    waited_for_enterprise bigint NOT NULL CONSTRAINT booking_waited_for_enterprise CHECK (waited_for_enterprise >= 0),
    waited_for_provider   bigint NOT NULL CONSTRAINT booking_waited_for_provider CHECK (waited_for_provider >= 0),
    draft_ever       boolean     NOT NULL,
    draft_submitted  timestamptz,
    draft_approved   timestamptz,
    draft_answer_due timestamptz,
    proposal         jsonb,
    CONSTRAINT booking_parties_differ CHECK (enterprise_id <> provider_id),
    CONSTRAINT booking_place_whole CHECK (
        num_nulls(resource_id, resource_name, slot_start, slot_end, slot_zone, allocation_id) IN (0, 6)),
    CONSTRAINT booking_requested_is_due CHECK (state <> 'REQUESTED' OR response_due IS NOT NULL),
    CONSTRAINT booking_on_hold_waits CHECK (
        (state = 'ON_HOLD') = (waiting_on IS NOT NULL) AND (state = 'ON_HOLD') = (waiting_since IS NOT NULL)),
    CONSTRAINT booking_drafted_submitted CHECK (state <> 'DRAFTED' OR (draft_ever AND draft_submitted IS NOT NULL)),
    CONSTRAINT booking_proposal_while_open CHECK (
        proposal IS NULL OR state IN ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'DRAFTED')),
    CONSTRAINT booking_ended_not_due CHECK (
        state NOT IN ('DECLINED', 'EXPIRED', 'CANCELLED', 'COMPLETED') OR next_due IS NULL)
);
CREATE INDEX booking_by_enterprise ON booking (enterprise_id, id DESC);
CREATE INDEX booking_by_provider ON booking (provider_id, id DESC);
CREATE INDEX booking_by_demand ON booking (demand_id) WHERE demand_id IS NOT NULL;
CREATE INDEX booking_by_due ON booking (next_due) WHERE next_due IS NOT NULL;

-- Every version of a report that was ever issued.
CREATE TABLE booking_report (
    booking_id   uuid        NOT NULL CONSTRAINT booking_report_booking_fk REFERENCES booking (id),
    version      integer     NOT NULL CONSTRAINT booking_report_version_positive CHECK (version >= 1),
    number       text        NOT NULL CONSTRAINT booking_report_number_filled CHECK (btrim(number) <> ''),
    issued_at    timestamptz NOT NULL,
    reason       text,
    withdrawn_at timestamptz,
    CONSTRAINT booking_report_pk PRIMARY KEY (booking_id, version),
    CONSTRAINT booking_report_says_why CHECK ((version = 1 AND withdrawn_at IS NULL) OR reason IS NOT NULL)
);
