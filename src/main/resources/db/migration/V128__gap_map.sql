-- The industry of enterprises, as they said last, for the map of gaps.
CREATE TABLE gap_enterprise (
    enterprise_id uuid NOT NULL,
    industry      text NOT NULL,
    CONSTRAINT gap_enterprise_pk PRIMARY KEY (enterprise_id),
    CONSTRAINT gap_enterprise_industry_form CHECK (industry ~ '^[a-z][a-z0-9-]{1,39}$')
);
