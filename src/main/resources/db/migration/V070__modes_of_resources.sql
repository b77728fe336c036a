-- What a resource is, how it is booked, from when and until when, and until which day its calibration is valid.
ALTER TABLE resource
    ADD COLUMN kind text NOT NULL DEFAULT 'BENCH' CONSTRAINT resource_kind_known CHECK (kind IN (
        'EQUIPMENT', 'BENCH', 'AUDITOR', 'TEAM')),
    ADD COLUMN mode text NOT NULL DEFAULT 'SLOT' CONSTRAINT resource_mode_known CHECK (mode IN (
        'SLOT', 'DAY_QUOTA', 'QUEUE')),
    ADD COLUMN notice_hours integer NOT NULL DEFAULT 0
        CONSTRAINT resource_notice_length CHECK (notice_hours BETWEEN 0 AND 2160),
    ADD COLUMN horizon_days integer NOT NULL DEFAULT 365
        CONSTRAINT resource_horizon_length CHECK (horizon_days BETWEEN 1 AND 1095),
    ADD COLUMN calibration_due date,
    ADD CONSTRAINT resource_calibration_of_equipment CHECK (calibration_due IS NULL OR kind = 'EQUIPMENT');

-- Several places taken together (k pieces of a day's quota, over one day or several) are one allocation each; all but
-- the first name the first. Equipment whose calibration is overdue is taken from the day after for good, by rows that
-- nobody holds: so the same constraint refuses a booking on such a day, and a date that would leave bookings overdue.
ALTER TABLE allocation
    ADD COLUMN first_id uuid CONSTRAINT allocation_first_fk REFERENCES allocation (id),
    ADD COLUMN overdue boolean NOT NULL DEFAULT false,
    DROP CONSTRAINT allocation_hold_expires,
    ADD CONSTRAINT allocation_hold_expires CHECK (overdue OR booking_id IS NOT NULL OR expires_at IS NOT NULL),
    ADD CONSTRAINT allocation_overdue_is_nobodys CHECK (
        NOT overdue OR num_nonnulls(booking_id, expires_at, first_id) = 0);
CREATE INDEX allocation_by_first ON allocation (first_id) WHERE first_id IS NOT NULL;
CREATE INDEX allocation_held_by_organisation ON allocation (organisation_id) WHERE live AND booking_id IS NULL;
