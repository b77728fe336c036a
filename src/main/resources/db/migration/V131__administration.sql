-- Accounts that an operator has locked, and the last operator, who stays.
ALTER TABLE user_account ADD COLUMN locked_at timestamptz;
ALTER TABLE user_account ADD COLUMN locked_reason text;
ALTER TABLE user_account ADD CONSTRAINT user_account_locked_with_reason CHECK ((locked_at IS NULL) = (locked_reason IS NULL));
ALTER TABLE user_account ADD CONSTRAINT user_account_locked_reason_said CHECK (btrim(locked_reason) <> '' AND length(locked_reason) <= 1000);

-- Whoever takes the right of an operator away takes turns, so that no two of them take each other's.
CREATE FUNCTION user_account_operator_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND 'ADMIN' = ANY (NEW.roles) AND NEW.locked_at IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('operators', 0));
    IF NOT EXISTS (SELECT 1 FROM user_account WHERE 'ADMIN' = ANY (roles) AND locked_at IS NULL) THEN
        RAISE EXCEPTION 'the last operator stays' USING ERRCODE = 'restrict_violation',
            CONSTRAINT = 'user_account_operator_stays';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER user_account_operator_stays AFTER UPDATE OF roles, locked_at OR DELETE ON user_account
    FOR EACH ROW WHEN ('ADMIN' = ANY (OLD.roles) AND OLD.locked_at IS NULL)
    EXECUTE FUNCTION user_account_operator_stays();

-- What a coordinator has found of an organisation's statements; no row while nobody has looked. Who decided is an id
-- without a key, because it outlives the account.
CREATE TABLE organisation_verification (
    organisation_id uuid        NOT NULL CONSTRAINT organisation_verification_pk PRIMARY KEY,
    state           text        NOT NULL CONSTRAINT organisation_verification_state_known CHECK (state IN ('VERIFIED', 'REFUSED')),
    reason          text        CONSTRAINT organisation_verification_reason_said CHECK (btrim(reason) <> '' AND length(reason) <= 1000),
    decided_at      timestamptz NOT NULL,
    decided_by      uuid,
    CONSTRAINT organisation_verification_organisation_known FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    CONSTRAINT organisation_verification_refused_with_reason CHECK ((state = 'REFUSED') = (reason IS NOT NULL))
);
CREATE INDEX organisation_by_age ON organisation (created_at, id);
CREATE INDEX user_account_by_age ON user_account (created_at DESC, id DESC);
