-- How gaps end: a capability that meets one, who was asked to close it, and what they answered.
CREATE TABLE gap_closure (
    id            uuid        NOT NULL,
    wish_id       uuid        NOT NULL,
    capability_id uuid        NOT NULL,
    provider_id   uuid        NOT NULL,
    note          text,
    closed_by     text        NOT NULL,
    closed_at     timestamptz NOT NULL,
    ended_at      timestamptz,
    ended_reason  text,
    CONSTRAINT gap_closure_pk PRIMARY KEY (id),
    CONSTRAINT gap_closure_of_wish FOREIGN KEY (wish_id) REFERENCES wish (id),
    CONSTRAINT gap_closure_provider_known FOREIGN KEY (provider_id) REFERENCES organisation (id),
    CONSTRAINT gap_closure_end_known CHECK (ended_reason IN ('CAPABILITY_ENDED', 'COORDINATOR', 'CLOSED_ANEW')),
    CONSTRAINT gap_closure_end_whole CHECK ((ended_at IS NULL) = (ended_reason IS NULL)),
    CONSTRAINT gap_closure_end_later CHECK (ended_at >= closed_at)
);
CREATE UNIQUE INDEX gap_closure_one_open ON gap_closure (wish_id) WHERE ended_at IS NULL;
CREATE INDEX gap_closure_by_wish ON gap_closure (wish_id);

-- Open gaps whose wishes are all met by now, as the scopes of the moment have it.
CREATE TABLE gap_proposal (
    gap_id        uuid        NOT NULL,
    capability_id uuid        NOT NULL,
    provider_id   uuid        NOT NULL,
    proposed_at   timestamptz NOT NULL,
    CONSTRAINT gap_proposal_pk PRIMARY KEY (gap_id),
    CONSTRAINT gap_proposal_of_gap FOREIGN KEY (gap_id) REFERENCES gap (id) ON DELETE CASCADE
);

CREATE TABLE gap_invitation (
    id             uuid        NOT NULL,
    wish_id        uuid        NOT NULL,
    provider_id    uuid        NOT NULL,
    coordinator_id uuid        NOT NULL,
    invited_by     text        NOT NULL,
    note           text,
    answer_by      date        NOT NULL,
    invited_at     timestamptz NOT NULL,
    state          text        NOT NULL DEFAULT 'INVITED',
    able_on        date,
    answer         text,
    answered_by    text,
    answered_at    timestamptz,
    version        bigint      NOT NULL DEFAULT 1,
    CONSTRAINT gap_invitation_pk PRIMARY KEY (id),
    CONSTRAINT gap_invitation_of_wish FOREIGN KEY (wish_id) REFERENCES wish (id),
    CONSTRAINT gap_invitation_provider_known FOREIGN KEY (provider_id) REFERENCES organisation (id),
    CONSTRAINT gap_invitation_coordinator_known FOREIGN KEY (coordinator_id) REFERENCES organisation (id),
    CONSTRAINT gap_invitation_once UNIQUE (wish_id, provider_id),
    CONSTRAINT gap_invitation_state_known CHECK (state IN ('INVITED', 'ACCEPTED', 'DECLINED')),
    CONSTRAINT gap_invitation_day_of_yes CHECK ((state = 'ACCEPTED') = (able_on IS NOT NULL)),
    CONSTRAINT gap_invitation_answer_whole CHECK ((state = 'INVITED') = (answered_at IS NULL)
                                                  AND (answered_at IS NULL) = (answered_by IS NULL)),
    CONSTRAINT gap_invitation_version_positive CHECK (version > 0)
);
CREATE INDEX gap_invitation_by_provider ON gap_invitation (provider_id, invited_at DESC, id DESC);
COMMENT ON COLUMN gap_invitation.able_on IS 'When the provider wants to be able to do it.';
