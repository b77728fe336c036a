-- Uptake, counted from the event log. Nothing here is kept that cannot be made again from it (rebuild-figures).
-- First what figures are broken down by, as far as the log has told; then what is counted; then the counts.
CREATE TABLE insight_enterprise (
    id           uuid NOT NULL,
    district     text,
    industry     text,
    size         text,
    first_active date,
    unverified   boolean NOT NULL DEFAULT false,
    CONSTRAINT insight_enterprise_pk PRIMARY KEY (id)
);
CREATE INDEX insight_enterprise_unverified ON insight_enterprise (district) WHERE unverified;

CREATE TABLE insight_demand (
    id         uuid   NOT NULL,
    title      text   NOT NULL,
    programmes text[] NOT NULL,
    scenarios  text[] NOT NULL,
    CONSTRAINT insight_demand_pk PRIMARY KEY (id)
);

CREATE TABLE insight_booking (
    id            uuid        NOT NULL,
    number        text        NOT NULL,
    title         text        NOT NULL,
    enterprise_id uuid        NOT NULL,
    provider_id   uuid        NOT NULL,
    demand_id     uuid,
    family        text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    state         text        NOT NULL,
    late          boolean     NOT NULL DEFAULT false,
    CONSTRAINT insight_booking_pk PRIMARY KEY (id)
);
CREATE INDEX insight_booking_open ON insight_booking (asked_at)
    WHERE state NOT IN ('COMPLETED', 'DECLINED', 'EXPIRED', 'CANCELLED');

-- The type of an unmet item as a coordinator corrected it; the bucket of its fact counts otherwise.
CREATE TABLE insight_gap (
    item_id uuid    NOT NULL,
    bucket  integer NOT NULL,
    CONSTRAINT insight_gap_pk PRIMARY KEY (item_id)
);

CREATE TABLE insight_quote (
    id       uuid        NOT NULL,
    asked_at timestamptz NOT NULL,
    CONSTRAINT insight_quote_pk PRIMARY KEY (id)
);

CREATE TABLE insight_complaint (
    id            uuid    NOT NULL,
    enterprise_id uuid    NOT NULL,
    open          boolean NOT NULL,
    CONSTRAINT insight_complaint_pk PRIMARY KEY (id)
);
CREATE INDEX insight_complaint_open ON insight_complaint (enterprise_id) WHERE open;

-- One row is one thing that counts, and the event that says so. The month begins in Shanghai.
CREATE TABLE insight_fact (
    measure       text        NOT NULL,
    subject       uuid        NOT NULL,
    position      bigint      NOT NULL,
    at            timestamptz NOT NULL,
    month         date        NOT NULL,
    enterprise_id uuid        NOT NULL,
    provider_id   uuid,
    demand_id     uuid,
    booking_id    uuid,
    family        text        NOT NULL,
    bucket        integer     NOT NULL,
    n             bigint      NOT NULL,
    CONSTRAINT insight_fact_once PRIMARY KEY (measure, subject),
    CONSTRAINT insight_fact_month_begins CHECK (extract(day FROM month) = 1)
);
CREATE INDEX insight_fact_by_position ON insight_fact (position);
CREATE INDEX insight_fact_by_enterprise ON insight_fact (enterprise_id);
CREATE INDEX insight_fact_by_demand ON insight_fact (demand_id) WHERE demand_id IS NOT NULL;
CREATE INDEX insight_fact_by_booking ON insight_fact (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX insight_fact_list ON insight_fact (measure, position DESC);

-- Each fact once for each of what it is counted by. Streams reach the log in no order between them, so what a fact is
-- counted by is what is known now.
CREATE VIEW insight_counted AS
SELECT f.measure, f.subject, f.position, f.at, f.month, f.enterprise_id, f.provider_id, f.demand_id, f.booking_id,
       f.family, coalesce(e.district, '') AS district, coalesce(e.industry, '') AS industry,
       coalesce(e.size, '') AS size, coalesce(d.programmes, '{}') AS programmes,
       coalesce(d.scenarios, '{}') AS scenarios, coalesce(g.bucket, f.bucket) AS bucket, f.n
FROM insight_fact f
    LEFT JOIN insight_enterprise e ON e.id = f.enterprise_id
    LEFT JOIN insight_demand d ON d.id = f.demand_id
    LEFT JOIN insight_gap g ON f.measure = 'UNMET' AND g.item_id = f.subject;

-- Sums by month, district and family, and one dimension more: '' where that is not known.
CREATE TABLE insight_cell (
    dimension text    NOT NULL,
    measure   text    NOT NULL,
    month     date    NOT NULL,
    key       text    NOT NULL,
    district  text    NOT NULL,
    family    text    NOT NULL,
    bucket    integer NOT NULL,
    n         bigint  NOT NULL,
    CONSTRAINT insight_cell_pk PRIMARY KEY (dimension, measure, month, key, district, family, bucket)
);

-- Which enterprises a sum is of, by month and family ('*': all of them), programme or scenario; what is said of the
-- enterprises themselves is looked up.
CREATE TABLE insight_presence (
    dimension     text   NOT NULL,
    measure       text   NOT NULL,
    family        text   NOT NULL,
    month         date   NOT NULL,
    key           text   NOT NULL,
    enterprise_id uuid   NOT NULL,
    n             bigint NOT NULL,
    CONSTRAINT insight_presence_pk PRIMARY KEY (dimension, measure, family, month, key, enterprise_id)
);
