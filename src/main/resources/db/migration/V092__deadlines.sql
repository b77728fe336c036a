-- What is due in a booking. A clock that stands still or is done runs no more, but what was told of it stays told: each
-- reminder and each escalation of one due moment happens once.
CREATE TABLE booking_deadline (
    booking_id   uuid        NOT NULL CONSTRAINT booking_deadline_booking_known REFERENCES booking (id),
    kind         text        NOT NULL CONSTRAINT booking_deadline_kind_known CHECK (kind IN (
        'RESPONSE', 'PROPOSAL', 'SAMPLE', 'DRAFT_ANSWER', 'REPORT', 'ACCEPTANCE')),
    who          text        NOT NULL CONSTRAINT booking_deadline_of_party CHECK (who IN ('ENTERPRISE', 'PROVIDER')),
    due          timestamptz NOT NULL,
    remind_at    timestamptz CONSTRAINT booking_deadline_reminds_before CHECK (remind_at < due),
    running      boolean     NOT NULL,
    reminded_at  timestamptz,
    escalated_at timestamptz CONSTRAINT booking_deadline_escalates_after CHECK (escalated_at > due),
    CONSTRAINT booking_deadline_once PRIMARY KEY (booking_id, kind, due),
    CONSTRAINT booking_deadline_reminds_as_planned CHECK (reminded_at IS NULL OR remind_at IS NOT NULL)
);
CREATE INDEX booking_deadline_to_remind ON booking_deadline (remind_at) WHERE running AND reminded_at IS NULL;
CREATE INDEX booking_deadline_to_escalate ON booking_deadline (due) WHERE running AND escalated_at IS NULL;
CREATE INDEX booking_deadline_running ON booking_deadline (due, booking_id) WHERE running;
