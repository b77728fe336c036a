-- What a provider asks for lines that do not say it themselves: by subject, or for all.

create table price_rule (
    provider_id     uuid not null constraint price_rule_provider_known references provider (id),
    subject_key     text not null,
    subject         text,
    price_kind      text constraint price_rule_kind_known check (price_kind in ('FIXED', 'FROM', 'ON_REQUEST')),
    price_fen       bigint constraint price_rule_not_negative check (price_fen >= 0),
    price_per       text,
    turnaround_days integer constraint price_rule_turnaround_not_negative check (turnaround_days >= 0),
    constraint price_rule_once primary key (provider_id, subject_key),
    constraint price_rule_default_has_no_subject check ((subject is null) = (subject_key = '')),
    constraint price_rule_complete
        check (price_kind is null and price_fen is null or (price_kind = 'ON_REQUEST') = (price_fen is null)),
    constraint price_rule_says_something check (price_kind is not null or turnaround_days is not null)
);
comment on table price_rule is 'A line''s own price and turnaround come first, then its subject''s rule, then the default.';
