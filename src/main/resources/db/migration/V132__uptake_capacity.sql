-- Capacity offered and used, who is shown, and matched items without a booking: what the log tells of them is kept, and
-- because figures of it were not counted so far, all of them are counted anew.
TRUNCATE insight_enterprise, insight_demand, insight_booking, insight_gap, insight_quote, insight_complaint, insight_fact,
    insight_cell, insight_presence;
UPDATE projection SET position = 0 WHERE name = 'uptake';

-- What a resource was last said to be, and the last month for which its hours are counted.
CREATE TABLE insight_resource (
    id     uuid  NOT NULL,
    stated jsonb NOT NULL,
    until  date  NOT NULL,
    CONSTRAINT insight_resource_pk PRIMARY KEY (id)
);

-- Items that a booking serves, as long as it is asked for or agreed.
CREATE TABLE insight_served (
    item_id    uuid NOT NULL,
    booking_id uuid NOT NULL,
    CONSTRAINT insight_served_pk PRIMARY KEY (item_id, booking_id)
);
CREATE INDEX insight_served_by_booking ON insight_served (booking_id);

-- Whether nothing more is wanted of a demand.
ALTER TABLE insight_demand ADD COLUMN over boolean NOT NULL DEFAULT false;

-- A matched item counts as not booked while no booking serves it and its demand is not over.
CREATE OR REPLACE VIEW insight_counted AS
SELECT f.measure, f.subject, f.position, f.at, f.month, f.enterprise_id, f.provider_id, f.demand_id, f.booking_id,
       f.family, coalesce(e.district, '') AS district, coalesce(e.industry, '') AS industry,
       coalesce(e.size, '') AS size, coalesce(d.programmes, '{}') AS programmes,
       coalesce(d.scenarios, '{}') AS scenarios, coalesce(g.bucket, f.bucket) AS bucket,
       CASE WHEN f.measure = 'UNBOOKED'
                 AND (coalesce(d.over, false) OR EXISTS (SELECT 1 FROM insight_served s WHERE s.item_id = f.subject))
            THEN 0 ELSE f.n END AS n
FROM insight_fact f
    LEFT JOIN insight_enterprise e ON e.id = f.enterprise_id
    LEFT JOIN insight_demand d ON d.id = f.demand_id
    LEFT JOIN insight_gap g ON f.measure = 'UNMET' AND g.item_id = f.subject;
