-- Whom members of an organisation have asked to act for it; a row is gone once it is taken up or taken back.
CREATE TABLE invitation (
    id              uuid        NOT NULL CONSTRAINT invitation_pk PRIMARY KEY,
    organisation_id uuid        NOT NULL,
    email           text        NOT NULL CONSTRAINT invitation_email_lower CHECK (email = lower(email) AND email LIKE '%_@_%'),
    secret_hash     bytea       NOT NULL CONSTRAINT invitation_secret_once UNIQUE
                                CONSTRAINT invitation_secret_length CHECK (length(secret_hash) = 32),
    invited_by      uuid        NOT NULL,
    expires_at      timestamptz NOT NULL,
    CONSTRAINT invitation_one_an_address UNIQUE (organisation_id, email),
    CONSTRAINT invitation_organisation_known FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    CONSTRAINT invitation_by_somebody FOREIGN KEY (invited_by) REFERENCES user_account (id) ON DELETE CASCADE
);

-- A link by which a user who has forgotten the password sets another.
CREATE TABLE password_reset (
    user_id     uuid        NOT NULL CONSTRAINT password_reset_pk PRIMARY KEY,
    secret_hash bytea       NOT NULL CONSTRAINT password_reset_secret_once UNIQUE
                            CONSTRAINT password_reset_secret_length CHECK (length(secret_hash) = 32),
    expires_at  timestamptz NOT NULL,
    CONSTRAINT password_reset_user_known FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);
