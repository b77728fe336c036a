-- Which organisations are seated in a district, for what a coordinator of it sees.
CREATE INDEX organisation_by_district ON organisation (district) WHERE district IS NOT NULL;
