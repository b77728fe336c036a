-- How far a booking is billed, as its provider records it; the broker moves no money. Without a row: not billed.
CREATE TABLE booking_billing (
    booking_id  uuid   NOT NULL,
    state       text   NOT NULL,
    number      text,
    invoiced_on date,
    paid_on     date,
    bill_to     jsonb,
    version     bigint NOT NULL,
    CONSTRAINT booking_billing_once PRIMARY KEY (booking_id),
    CONSTRAINT booking_billing_booking_known FOREIGN KEY (booking_id) REFERENCES booking (id),
    CONSTRAINT booking_billing_state_known CHECK (state IN ('UNBILLED', 'INVOICED', 'PAID')),
    CONSTRAINT booking_billing_invoice_whole
        CHECK (num_nulls(number, invoiced_on) = CASE state WHEN 'UNBILLED' THEN 2 ELSE 0 END),
    CONSTRAINT booking_billing_number_filled CHECK (btrim(number) <> ''),
    CONSTRAINT booking_billing_paid_said CHECK ((state = 'PAID') = (paid_on IS NOT NULL)),
    CONSTRAINT booking_billing_paid_after CHECK (paid_on >= invoiced_on),
    CONSTRAINT booking_billing_version_positive CHECK (version > 0)
);
