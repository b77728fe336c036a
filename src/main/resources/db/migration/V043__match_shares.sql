-- A match shown to whoever holds its link: as it stood when the link was made, and without what tells who asks.
CREATE TABLE match_share (
    id         uuid        NOT NULL,
    demand_id  uuid        NOT NULL,
    token      text        NOT NULL,
    items      jsonb       NOT NULL,
    answer     jsonb       NOT NULL,
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CONSTRAINT match_share_pk PRIMARY KEY (id),
    CONSTRAINT match_share_demand_known FOREIGN KEY (demand_id) REFERENCES demand (id),
    CONSTRAINT match_share_token_once UNIQUE (token),
    CONSTRAINT match_share_token_unguessable CHECK (length(token) >= 43),
    CONSTRAINT match_share_ends CHECK (expires_at > made_at AND expires_at <= made_at + interval '90 days'),
    CONSTRAINT match_share_revoked_later CHECK (revoked_at >= made_at)
);
CREATE INDEX match_share_by_demand ON match_share (demand_id);
