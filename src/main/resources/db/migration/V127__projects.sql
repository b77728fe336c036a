-- Quality-tackling projects, as drafts: what gap one is to close, what it is, and who takes part.
CREATE TABLE project (
    id             uuid        NOT NULL,
    wish_id        uuid        NOT NULL,
    name           text        NOT NULL,
    type           text        NOT NULL,
    category       text        NOT NULL,
    coordinator_id uuid        NOT NULL,
    opened_by      text        NOT NULL,
    opened_at      timestamptz NOT NULL,
    version        bigint      NOT NULL DEFAULT 1,
    CONSTRAINT project_pk PRIMARY KEY (id),
    CONSTRAINT project_of_wish FOREIGN KEY (wish_id) REFERENCES wish (id),
    CONSTRAINT project_coordinator_known FOREIGN KEY (coordinator_id) REFERENCES organisation (id),
    CONSTRAINT project_name_said CHECK (name <> '' AND length(name) <= 200),
    CONSTRAINT project_type_known CHECK (type IN ('UNCERTAINTY', 'CAPABILITY', 'STANDARD')),
    CONSTRAINT project_category_known CHECK (category IN ('LANDMARK', 'COMMON_TECHNOLOGY', 'PRODUCT')),
    CONSTRAINT project_version_positive CHECK (version > 0)
);
CREATE INDEX project_newest ON project (opened_at DESC, id DESC);
CREATE INDEX project_by_wish ON project (wish_id);
COMMENT ON COLUMN project.wish_id IS 'The gap at that time; leads to what it has become.';

CREATE TABLE project_participant (
    project_id      uuid NOT NULL,
    organisation_id uuid NOT NULL,
    part            text NOT NULL,
    CONSTRAINT project_participant_pk PRIMARY KEY (project_id, organisation_id),
    CONSTRAINT project_participant_of_project FOREIGN KEY (project_id) REFERENCES project (id),
    CONSTRAINT project_participant_known FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    CONSTRAINT project_part_known CHECK (part IN ('LEAD', 'MEMBER'))
);
CREATE UNIQUE INDEX project_one_lead ON project_participant (project_id) WHERE part = 'LEAD';
