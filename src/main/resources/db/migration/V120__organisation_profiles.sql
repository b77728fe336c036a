-- What an organisation says of itself for figures: its industry (a code of config/industries.yaml) and its size.
CREATE TABLE organisation_profile (
    organisation_id uuid   NOT NULL,
    industry        text,
    size            text,
    version         bigint NOT NULL DEFAULT 1,
    CONSTRAINT organisation_profile_pk PRIMARY KEY (organisation_id),
    CONSTRAINT organisation_profile_organisation_known FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    CONSTRAINT organisation_profile_industry_form CHECK (industry ~ '^[a-z][a-z0-9-]{1,39}$'),
    CONSTRAINT organisation_profile_size_known CHECK (size IN ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
    CONSTRAINT organisation_profile_version_positive CHECK (version > 0)
);
