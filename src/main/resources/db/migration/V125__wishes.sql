-- A gap is what wishes have in common: each unmet item is one wish, and so is each "me too".
ALTER TABLE gap RENAME TO gap_before;
ALTER TABLE gap_before RENAME CONSTRAINT gap_pk TO gap_before_pk;
ALTER TABLE gap_before DROP CONSTRAINT gap_item_once, DROP CONSTRAINT gap_found_type_known,
    DROP CONSTRAINT gap_corrected_type_known, DROP CONSTRAINT gap_correction_whole, DROP CONSTRAINT gap_version_positive;
DROP INDEX gap_newest;

CREATE TABLE wish (
    id             uuid        NOT NULL,
    source         text        NOT NULL,
    demand_id      uuid,
    beside         uuid,
    enterprise_id  uuid        NOT NULL,
    district       text,
    found_type     text,
    reason         text        NOT NULL,
    asked          jsonb       NOT NULL,
    key            text        NOT NULL,
    low            double precision,
    high           double precision,
    ranged         boolean     NOT NULL,
    u_limit        double precision,
    relative       boolean     NOT NULL,
    part           uuid,
    gap_id         uuid        NOT NULL,
    created_at     timestamptz NOT NULL,
    withdrawn_at   timestamptz,
    CONSTRAINT wish_pk PRIMARY KEY (id),
    CONSTRAINT wish_enterprise_known FOREIGN KEY (enterprise_id) REFERENCES organisation (id),
    CONSTRAINT wish_beside_known FOREIGN KEY (beside) REFERENCES wish (id),
    CONSTRAINT wish_source_known CHECK (source IN ('ITEM', 'ME_TOO')),
    CONSTRAINT wish_source_whole CHECK (CASE source WHEN 'ITEM' THEN demand_id IS NOT NULL AND beside IS NULL
                                                   ELSE demand_id IS NULL AND beside IS NOT NULL END),
    CONSTRAINT wish_found_type_known CHECK (found_type IN ('UNCERTAINTY', 'CAPABILITY', 'STANDARD')),
    CONSTRAINT wish_district_form CHECK (district ~ '^[0-9]{6}$'),
    CONSTRAINT wish_range_forward CHECK (low <= high),
    CONSTRAINT wish_limit_positive CHECK (u_limit > 0)
);
CREATE UNIQUE INDEX wish_me_too_once ON wish (beside, enterprise_id) WHERE beside IS NOT NULL AND withdrawn_at IS NULL;
CREATE INDEX wish_by_key ON wish (key);
CREATE INDEX wish_by_part ON wish (part) WHERE part IS NOT NULL;
CREATE INDEX wish_of_gap ON wish (gap_id);
CREATE INDEX wish_of_demand ON wish (demand_id) WHERE demand_id IS NOT NULL;
COMMENT ON COLUMN wish.asked IS 'The item as it was asked.';
COMMENT ON COLUMN wish.key IS 'Wishes of one gap have it in common, unless a coordinator joined them.';
COMMENT ON COLUMN wish.low IS 'Where the range begins, in the base unit; with ranged, none is unbounded.';
COMMENT ON COLUMN wish.u_limit IS 'The largest uncertainty for k = 2, in the base unit or as a ratio.';
COMMENT ON COLUMN wish.beside IS 'The wish that a "me too" was said to; it stays in that wish''s gap.';
COMMENT ON COLUMN wish.part IS 'Set by a coordinator: wishes of one part are one gap, wishes of two parts never are.';

-- Has the id of its first wish, so that what is said of a gap is said of a wish and stays with it.
CREATE TABLE gap (
    id         uuid        NOT NULL,
    family     text        NOT NULL,
    subject    text        NOT NULL,
    parameter  text,
    found_type text,
    type       text,
    reason     text        NOT NULL,
    state      text        NOT NULL,
    first_at   timestamptz NOT NULL,
    last_at    timestamptz NOT NULL,
    version    bigint      NOT NULL DEFAULT 1,
    CONSTRAINT gap_pk PRIMARY KEY (id),
    CONSTRAINT gap_of_wish FOREIGN KEY (id) REFERENCES wish (id),
    CONSTRAINT gap_family_known CHECK (family IN ('METROLOGY', 'TESTING', 'CERTIFICATION', 'STANDARDS')),
    CONSTRAINT gap_type_known CHECK (type IN ('UNCERTAINTY', 'CAPABILITY', 'STANDARD')),
    CONSTRAINT gap_state_known CHECK (state IN ('OPEN', 'CLOSED', 'WITHDRAWN')),
    CONSTRAINT gap_times_forward CHECK (first_at <= last_at),
    CONSTRAINT gap_version_positive CHECK (version > 0)
);

-- What coordinators made of the type; the newest counts.
CREATE TABLE gap_correction (
    id           uuid        NOT NULL,
    wish_id      uuid        NOT NULL,
    type         text,
    reason       text,
    corrected_by text        NOT NULL,
    corrected_at timestamptz NOT NULL,
    CONSTRAINT gap_correction_pk PRIMARY KEY (id),
    CONSTRAINT gap_correction_of_wish FOREIGN KEY (wish_id) REFERENCES wish (id),
    CONSTRAINT gap_correction_type_known CHECK (type IN ('UNCERTAINTY', 'CAPABILITY', 'STANDARD'))
);
CREATE INDEX gap_correction_by_wish ON gap_correction (wish_id);

CREATE TABLE gap_note (
    id         uuid        NOT NULL,
    wish_id    uuid        NOT NULL,
    author     text        NOT NULL,
    text       text        NOT NULL,
    written_at timestamptz NOT NULL,
    CONSTRAINT gap_note_pk PRIMARY KEY (id),
    CONSTRAINT gap_note_of_wish FOREIGN KEY (wish_id) REFERENCES wish (id),
    CONSTRAINT gap_note_said CHECK (text <> '' AND length(text) <= 2000)
);
CREATE INDEX gap_note_by_wish ON gap_note (wish_id);

-- Whatever was recorded before is recorded anew from the log, which also says what was asked.
INSERT INTO wish (id, source, demand_id, enterprise_id, district, found_type, reason, asked, key, ranged, relative,
                  gap_id, created_at)
SELECT before.id, 'ITEM', before.demand_id, before.enterprise_id, coalesce(organisation.district, before.district),
       before.found_type, before.reason, item.spec, '', false, false, before.id, before.created_at
FROM gap_before AS before
    JOIN organisation ON organisation.id = before.enterprise_id
    JOIN demand_item AS item ON item.id = before.demand_item_id;
INSERT INTO gap_correction (id, wish_id, type, reason, corrected_by, corrected_at)
SELECT gen_random_uuid(), before.id, corrected_type, corrected_reason, coalesce(corrected_by, ''), corrected_at
FROM gap_before AS before JOIN wish ON wish.id = before.id
WHERE corrected;
DROP TABLE gap_before;
UPDATE projection SET position = 0 WHERE name = 'gap';
