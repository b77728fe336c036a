-- The second factor of users. The secret is sealed by the broker (nonce 12, secret 20, tag 16 bytes); codes count by
-- their time step, so that none is taken twice.
CREATE TABLE second_factor (
    user_id      uuid        NOT NULL CONSTRAINT second_factor_pk PRIMARY KEY,
    sealed       bytea       NOT NULL CONSTRAINT second_factor_sealed_length CHECK (length(sealed) = 48),
    begun_at     timestamptz NOT NULL,
    confirmed_at timestamptz,
    last_step    bigint      NOT NULL CONSTRAINT second_factor_step_not_negative CHECK (last_step >= 0),
    CONSTRAINT second_factor_user_known FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);

CREATE TABLE recovery_code (
    user_id   uuid  NOT NULL,
    code_hash bytea NOT NULL CONSTRAINT recovery_code_hash_length CHECK (length(code_hash) = 32),
    used_at   timestamptz,
    CONSTRAINT recovery_code_pk PRIMARY KEY (user_id, code_hash),
    CONSTRAINT recovery_code_of_factor FOREIGN KEY (user_id) REFERENCES second_factor (user_id) ON DELETE CASCADE
);

-- Who has given the right password, and not yet the code.
CREATE TABLE sign_in_challenge (
    secret_hash bytea       NOT NULL CONSTRAINT sign_in_challenge_pk PRIMARY KEY,
    user_id     uuid        NOT NULL,
    expires_at  timestamptz NOT NULL,
    attempts    integer     NOT NULL CONSTRAINT sign_in_challenge_few_attempts CHECK (attempts BETWEEN 0 AND 5),
    CONSTRAINT sign_in_challenge_user_known FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);
CREATE INDEX sign_in_challenge_by_user ON sign_in_challenge (user_id);

-- Sessions are named and described, so that their owner can end one by one.
ALTER TABLE web_session ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE web_session ALTER COLUMN id DROP DEFAULT;
ALTER TABLE web_session ADD CONSTRAINT web_session_id_once UNIQUE (id);
ALTER TABLE web_session ADD COLUMN agent text;
ALTER TABLE refresh_token ADD COLUMN started_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE refresh_token ALTER COLUMN started_at DROP DEFAULT;
ALTER TABLE refresh_token ADD COLUMN agent text;
