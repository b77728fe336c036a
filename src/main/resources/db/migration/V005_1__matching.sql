-- The match that a demand was given when it was submitted.
CREATE TABLE demand_match (
    demand_id uuid        NOT NULL,
    made_at   timestamptz NOT NULL,
    answer    jsonb       NOT NULL,
    CONSTRAINT demand_match_pk PRIMARY KEY (demand_id),
    CONSTRAINT demand_match_demand_known FOREIGN KEY (demand_id) REFERENCES demand (id)
);

-- How well providers kept what they promised, counted from the log of bookings.
CREATE TABLE provider_record (
    provider_id uuid   NOT NULL,
    reported    bigint NOT NULL DEFAULT 0,
    on_time     bigint NOT NULL DEFAULT 0,
    reissues    bigint NOT NULL DEFAULT 0,
    CONSTRAINT provider_record_pk PRIMARY KEY (provider_id),
    CONSTRAINT provider_record_counts CHECK (reported >= 0 AND on_time BETWEEN 0 AND reported AND reissues >= 0)
);

-- Which reports were counted, so that only the first of a booking counts as on time or late.
CREATE TABLE provider_record_booking (
    booking_id  uuid NOT NULL,
    provider_id uuid NOT NULL,
    due         timestamptz,
    counted     boolean NOT NULL DEFAULT false,
    CONSTRAINT provider_record_booking_pk PRIMARY KEY (booking_id)
);
