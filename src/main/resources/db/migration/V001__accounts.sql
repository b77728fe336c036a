-- Organisations, their users, and how users prove who they are. Secrets are kept as hashes only.
CREATE TABLE organisation (
    id                   uuid        NOT NULL,
    uscc                 text        NOT NULL,
    name_zh              text        NOT NULL,
    name_en              text,
    roles                text[]      NOT NULL,
    district             text,
    invoice_title        text,
    invoice_tax_number   text,
    invoice_bank         text,
    invoice_bank_account text,
    invoice_address      text,
    invoice_phone        text,
    created_at           timestamptz NOT NULL,
    version              bigint      NOT NULL DEFAULT 1,
    CONSTRAINT organisation_pk PRIMARY KEY (id),
    CONSTRAINT organisation_uscc_unique UNIQUE (uscc),
    CONSTRAINT organisation_uscc_form CHECK (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    CONSTRAINT organisation_name_said CHECK (name_zh <> ''),
    CONSTRAINT organisation_roles_known
        CHECK (cardinality(roles) > 0 AND roles <@ ARRAY ['ENTERPRISE', 'PROVIDER', 'COORDINATOR']),
    CONSTRAINT organisation_district_form CHECK (district ~ '^[0-9]{6}$'),
    CONSTRAINT organisation_invoice_whole CHECK ((invoice_title IS NULL) = (invoice_tax_number IS NULL)),
    CONSTRAINT organisation_version_positive CHECK (version > 0)
);

CREATE TABLE user_account (
    id              uuid        NOT NULL,
    organisation_id uuid,
    email           text        NOT NULL,
    name            text        NOT NULL,
    password_hash   text        NOT NULL,
    roles           text[]      NOT NULL,
    created_at      timestamptz NOT NULL,
    version         bigint      NOT NULL DEFAULT 1,
    CONSTRAINT user_account_pk PRIMARY KEY (id),
    CONSTRAINT user_account_organisation_known FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    CONSTRAINT user_account_email_unique UNIQUE (email),
    CONSTRAINT user_account_email_lower CHECK (email = lower(email) AND email LIKE '%_@_%'),
    CONSTRAINT user_account_name_said CHECK (name <> ''),
    CONSTRAINT user_account_password_hashed CHECK (password_hash LIKE '$argon2id$%'),
    CONSTRAINT user_account_roles_known CHECK (roles <@ ARRAY ['EXPERT', 'ADMIN']),
    CONSTRAINT user_account_stands_for_something CHECK (organisation_id IS NOT NULL OR cardinality(roles) > 0),
    CONSTRAINT user_account_version_positive CHECK (version > 0)
);
CREATE INDEX user_account_by_organisation ON user_account (organisation_id);

-- One family is what came of one sign-in; each refresh uses one token up and adds the next.
CREATE TABLE refresh_token (
    token_hash bytea       NOT NULL,
    family     uuid        NOT NULL,
    user_id    uuid        NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    CONSTRAINT refresh_token_pk PRIMARY KEY (token_hash),
    CONSTRAINT refresh_token_user_known FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE,
    CONSTRAINT refresh_token_hash_length CHECK (length(token_hash) = 32)
);
CREATE UNIQUE INDEX refresh_token_one_live ON refresh_token (family) WHERE used_at IS NULL;
CREATE INDEX refresh_token_by_family ON refresh_token (family);
CREATE INDEX refresh_token_by_user ON refresh_token (user_id);
CREATE INDEX refresh_token_by_end ON refresh_token (expires_at);

CREATE TABLE web_session (
    id_hash    bytea       NOT NULL,
    user_id    uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT web_session_pk PRIMARY KEY (id_hash),
    CONSTRAINT web_session_user_known FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE,
    CONSTRAINT web_session_hash_length CHECK (length(id_hash) = 32),
    CONSTRAINT web_session_ends CHECK (expires_at > created_at)
);
CREATE INDEX web_session_by_user ON web_session (user_id);
CREATE INDEX web_session_by_end ON web_session (expires_at);
