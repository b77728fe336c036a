-- When the made-up sample region was loaded; its dates count from the beginning.
CREATE TABLE sample_region (
    only_one boolean     NOT NULL DEFAULT true,
    begun    timestamptz NOT NULL,
    finished timestamptz,
    CONSTRAINT sample_region_pk PRIMARY KEY (only_one),
    CONSTRAINT sample_region_once CHECK (only_one)
);
