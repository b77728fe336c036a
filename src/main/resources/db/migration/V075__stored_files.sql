-- Files that people send each other. What was stored never changes; a file that nothing refers to is loose, and goes
-- after a day.
CREATE TABLE stored_file (
    id              uuid        CONSTRAINT stored_file_pk PRIMARY KEY,
    name            text        NOT NULL CONSTRAINT stored_file_name_length CHECK (length(name) BETWEEN 1 AND 200),
    media_type      text        NOT NULL CONSTRAINT stored_file_type_known CHECK (media_type IN (
        'PDF', 'PNG', 'JPEG', 'WEBP', 'XML', 'CSV', 'XLSX', 'TEXT')),
    bytes           bigint      NOT NULL CONSTRAINT stored_file_size CHECK (bytes BETWEEN 1 AND 20971520),
    sha256          bytea       NOT NULL CONSTRAINT stored_file_hash_length CHECK (length(sha256) = 32),
    organisation_id uuid        NOT NULL,
    attached        boolean     NOT NULL,
    created_at      timestamptz NOT NULL
);
CREATE INDEX stored_file_by_organisation ON stored_file (organisation_id, created_at);
CREATE INDEX stored_file_loose ON stored_file (created_at) WHERE NOT attached;

CREATE TABLE stored_file_part (
    file_id uuid    NOT NULL CONSTRAINT stored_file_part_file_fk REFERENCES stored_file (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    number  integer NOT NULL CONSTRAINT stored_file_part_number_not_negative CHECK (number >= 0),
    content bytea   NOT NULL CONSTRAINT stored_file_part_size CHECK (octet_length(content) BETWEEN 1 AND 1048576),
    CONSTRAINT stored_file_part_pk PRIMARY KEY (file_id, number)
);
ALTER TABLE stored_file_part ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE FUNCTION stored_file_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a stored file never changes'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'stored_file_never_changes';
END $$;
CREATE TRIGGER stored_file_part_stays BEFORE UPDATE ON stored_file_part
    FOR EACH ROW EXECUTE FUNCTION stored_file_stays();
CREATE TRIGGER stored_file_itself_stays BEFORE UPDATE ON stored_file
    FOR EACH ROW WHEN (OLD.attached OR NOT NEW.attached OR (OLD.name, OLD.media_type, OLD.bytes, OLD.sha256)
        IS DISTINCT FROM (NEW.name, NEW.media_type, NEW.bytes, NEW.sha256))
    EXECUTE FUNCTION stored_file_stays();
CREATE TRIGGER stored_file_attached_stays BEFORE DELETE ON stored_file
    FOR EACH ROW WHEN (OLD.attached) EXECUTE FUNCTION stored_file_stays();
