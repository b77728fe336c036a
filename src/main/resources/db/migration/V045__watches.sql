-- Unmet items that their enterprises wait for.
CREATE TABLE watch (
    demand_item_id uuid        NOT NULL,
    demand_id      uuid        NOT NULL,
    enterprise_id  uuid        NOT NULL,
    family         text        NOT NULL,
    subject        text        NOT NULL,
    asked          jsonb       NOT NULL,
    state          text        NOT NULL,
    since          timestamptz NOT NULL,
    met_at         timestamptz,
    provider_id    uuid,
    provider_name  text,
    CONSTRAINT watch_pk PRIMARY KEY (demand_item_id),
    CONSTRAINT watch_item_known FOREIGN KEY (demand_item_id) REFERENCES demand_item (id),
    CONSTRAINT watch_state_known CHECK (state IN ('WAITING', 'MET', 'ENDED')),
    CONSTRAINT watch_met_whole CHECK (
        (state = 'MET') = (met_at IS NOT NULL)
        AND (met_at IS NULL) = (provider_id IS NULL) AND (met_at IS NULL) = (provider_name IS NULL))
);
CREATE INDEX watch_of_enterprise ON watch (enterprise_id, since DESC, demand_item_id DESC);
CREATE INDEX watch_waiting ON watch (demand_item_id) WHERE state = 'WAITING';
COMMENT ON COLUMN watch.asked IS 'The request for this item alone, as it is matched again.';
