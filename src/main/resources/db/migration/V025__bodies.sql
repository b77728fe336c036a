-- What kind of body a provider is, and what a coordinator has confirmed of its sites and accreditations.

ALTER TABLE provider
    ADD COLUMN kinds text[] NOT NULL DEFAULT '{}' CONSTRAINT provider_kinds_known CHECK (kinds <@ ARRAY [
        'INDUSTRY_METROLOGY_CENTRE', 'QUALITY_INSPECTION_CENTRE', 'STANDARDISATION_COMMITTEE', 'UNIVERSITY',
        'RESEARCH_INSTITUTE', 'ENTERPRISE_LABORATORY']);

ALTER TABLE site
    ADD COLUMN ended_on        date,
    ADD COLUMN confirmation    text NOT NULL DEFAULT 'STATED',
    ADD COLUMN decided_at      timestamptz,
    ADD COLUMN decided_by      text,
    ADD COLUMN decision_reason text;

ALTER TABLE accreditation
    ADD COLUMN suspended_by    text,
    ADD COLUMN confirmation    text NOT NULL DEFAULT 'STATED',
    ADD COLUMN decided_at      timestamptz,
    ADD COLUMN decided_by      text,
    ADD COLUMN decision_reason text;

-- What counted before confirmations were kept goes on counting.
UPDATE site SET confirmation = 'CONFIRMED', decided_at = updated_at, decided_by = 'system';
UPDATE accreditation SET confirmation = 'CONFIRMED', decided_at = updated_at, decided_by = 'system',
       suspended_by = CASE status WHEN 'SUSPENDED' THEN 'PROVIDER' END;

ALTER TABLE site
    ADD CONSTRAINT site_confirmation_known CHECK (confirmation IN ('STATED', 'CONFIRMED', 'REJECTED')),
    ADD CONSTRAINT site_decision_whole
        CHECK ((confirmation = 'STATED') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
    ADD CONSTRAINT site_rejection_says_why CHECK ((confirmation = 'REJECTED') = (decision_reason IS NOT NULL)),
    ADD CONSTRAINT site_main_goes_on CHECK (NOT main OR ended_on IS NULL);
CREATE INDEX site_to_confirm ON site (updated_at, id) WHERE confirmation = 'STATED';

ALTER TABLE accreditation
    ADD CONSTRAINT accreditation_confirmation_known CHECK (confirmation IN ('STATED', 'CONFIRMED', 'REJECTED')),
    ADD CONSTRAINT accreditation_decision_whole
        CHECK ((confirmation = 'STATED') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
    ADD CONSTRAINT accreditation_rejection_says_why
        CHECK ((confirmation = 'REJECTED') = (decision_reason IS NOT NULL)),
    ADD CONSTRAINT accreditation_suspended_by_known CHECK (suspended_by IN ('PROVIDER', 'COORDINATOR')),
    ADD CONSTRAINT accreditation_suspended_by_somebody CHECK ((status = 'SUSPENDED') = (suspended_by IS NOT NULL));
CREATE INDEX accreditation_to_confirm ON accreditation (updated_at, id) WHERE confirmation = 'STATED';
