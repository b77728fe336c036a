-- Sums of everything beside those by district and family, and how many enterprises stand behind a count, so that the
-- figures of a year are read from few rows. All of it is counted from the log again.
TRUNCATE insight_enterprise, insight_demand, insight_booking, insight_gap, insight_quote, insight_complaint,
         insight_fact, insight_cell, insight_presence;
DELETE FROM projection WHERE name = 'uptake';

ALTER TABLE insight_cell DROP CONSTRAINT insight_cell_pk;
ALTER TABLE insight_cell
    ADD CONSTRAINT insight_cell_pk PRIMARY KEY (dimension, district, family, measure, month, key, bucket);
COMMENT ON TABLE insight_cell IS
    'Sums by month, district and family, and one dimension more; district and family * hold all of both';

-- The months of an enterprise lie together.
ALTER TABLE insight_presence DROP CONSTRAINT insight_presence_pk;
ALTER TABLE insight_presence
    ADD CONSTRAINT insight_presence_pk PRIMARY KEY (enterprise_id, dimension, measure, family, key, month);

-- How many enterprises are present in a month that were so before in an earlier one, or never before; of those the month
-- in which they first asked for anything. Each is counted once in any run of months: where the month before lies outside.
CREATE TABLE insight_reach (
    dimension text   NOT NULL,
    measure   text   NOT NULL,
    family    text   NOT NULL,
    month     date   NOT NULL,
    key       text   NOT NULL,
    district  text   NOT NULL,
    previous  date   NOT NULL,
    first     date   NOT NULL,
    n         bigint NOT NULL,
    CONSTRAINT insight_reach_pk PRIMARY KEY (dimension, measure, family, month, key, district, previous, first),
    CONSTRAINT insight_reach_in_order CHECK (previous < month AND first <= month)
);

-- Where open bookings stand is read from the index alone.
DROP INDEX insight_booking_open;
CREATE INDEX insight_booking_open ON insight_booking (asked_at) INCLUDE (state, late, enterprise_id, family)
    WHERE state NOT IN ('COMPLETED', 'DECLINED', 'EXPIRED', 'CANCELLED');
