-- How often each provider was shown, chosen and booked, by month; counted from the log of matches and bookings.
CREATE TABLE provider_fairness (
    month       date   NOT NULL,
    provider_id uuid   NOT NULL,
    shown       bigint NOT NULL DEFAULT 0,
    first       bigint NOT NULL DEFAULT 0,
    chosen      bigint NOT NULL DEFAULT 0,
    booked      bigint NOT NULL DEFAULT 0,
    CONSTRAINT provider_fairness_pk PRIMARY KEY (month, provider_id),
    CONSTRAINT provider_fairness_month_begins CHECK (extract(day FROM month) = 1),
    CONSTRAINT provider_fairness_counts CHECK (first BETWEEN 0 AND shown AND chosen >= 0 AND booked >= 0)
);
