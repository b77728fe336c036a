-- A number of a report belongs to one booking of its provider, whatever versions of the report there are.
ALTER TABLE booking_report ADD COLUMN provider_id uuid;
UPDATE booking_report r SET provider_id = b.provider_id FROM booking b WHERE b.id = r.booking_id;
ALTER TABLE booking_report
    ALTER COLUMN provider_id SET NOT NULL,
    ADD CONSTRAINT booking_report_number_once
        EXCLUDE USING gist (provider_id WITH =, number WITH =, booking_id WITH <>);

-- What the laboratory wrote for a report, round by round; what was submitted or issued stays as it was.
CREATE TABLE report_content (
    booking_id   uuid        NOT NULL CONSTRAINT report_content_booking_fk REFERENCES booking (id),
    round        integer     NOT NULL CONSTRAINT report_content_round_positive CHECK (round >= 1),
    file_id      uuid        CONSTRAINT report_content_file_fk REFERENCES stored_file (id),
    statement    jsonb       NOT NULL CONSTRAINT report_content_statement_object
                             CHECK (jsonb_typeof(statement) = 'object'),
    code         text        NOT NULL CONSTRAINT report_content_code_form CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
    changed_at   timestamptz NOT NULL,
    submitted_at timestamptz,
    version      integer,
    CONSTRAINT report_content_pk PRIMARY KEY (booking_id, round),
    CONSTRAINT report_content_version_once UNIQUE (booking_id, version),
    CONSTRAINT report_content_report_fk FOREIGN KEY (booking_id, version)
        REFERENCES booking_report (booking_id, version)
);
CREATE UNIQUE INDEX report_content_code_once ON report_content (code) WHERE version IS NOT NULL;
CREATE INDEX report_content_issued_file ON report_content (file_id) WHERE version IS NOT NULL;
CREATE INDEX stored_file_by_digest ON stored_file (sha256);

CREATE FUNCTION report_content_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'report_content_stays: what was submitted or issued never changes'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'report_content_stays';
END $$;
CREATE TRIGGER report_content_issued_stays BEFORE UPDATE OR DELETE ON report_content
    FOR EACH ROW WHEN (OLD.version IS NOT NULL) EXECUTE FUNCTION report_content_stays();
CREATE TRIGGER report_content_submitted_stays BEFORE UPDATE ON report_content
    FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL AND (OLD.file_id, OLD.statement, OLD.code, OLD.submitted_at)
        IS DISTINCT FROM (NEW.file_id, NEW.statement, NEW.code, NEW.submitted_at))
    EXECUTE FUNCTION report_content_stays();
