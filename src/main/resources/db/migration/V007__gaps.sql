-- Unmet demand: an item that nobody could serve when its demand was submitted.
CREATE TABLE gap (
    id                uuid        NOT NULL,
    demand_id         uuid        NOT NULL,
    demand_item_id    uuid        NOT NULL,
    enterprise_id     uuid        NOT NULL,
    district          text,
    family            text        NOT NULL,
    subject           text        NOT NULL,
    parameter         text,
    found_type        text,
    reason            text        NOT NULL,
    corrected         boolean     NOT NULL DEFAULT false,
    corrected_type    text,
    corrected_reason  text,
    corrected_by      text,
    corrected_at      timestamptz,
    created_at        timestamptz NOT NULL,
    version           bigint      NOT NULL DEFAULT 1,
    CONSTRAINT gap_pk PRIMARY KEY (id),
    CONSTRAINT gap_item_once UNIQUE (demand_item_id),
    CONSTRAINT gap_found_type_known CHECK (found_type IN ('UNCERTAINTY', 'CAPABILITY', 'STANDARD')),
    CONSTRAINT gap_corrected_type_known CHECK (corrected_type IN ('UNCERTAINTY', 'CAPABILITY', 'STANDARD')),
    CONSTRAINT gap_correction_whole CHECK (corrected = (corrected_at IS NOT NULL)),
    CONSTRAINT gap_version_positive CHECK (version > 0)
);
CREATE INDEX gap_newest ON gap (created_at DESC, id DESC);
