-- What providers are and what they can do. Scope lines are bitemporal and append-only.

create extension if not exists btree_gist;

create table provider (
    id         uuid        not null constraint provider_pk primary key,
    name_zh    text        not null constraint provider_name_present check (btrim(name_zh) <> ''),
    name_en    text,
    intro_zh   text,
    intro_en   text,
    version    bigint      not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
comment on table provider is 'An organisation that offers services; its id is the organisation''s.';

create table site (
    id          uuid        not null constraint site_pk primary key,
    provider_id uuid        not null constraint site_provider_known references provider (id),
    name_zh     text        not null constraint site_name_present check (btrim(name_zh) <> ''),
    name_en     text,
    district    text        not null constraint site_district_form check (district ~ '^[0-9]{6}$'),
    address_zh  text        not null,
    main        boolean     not null,
    zone        text        not null,
    version     bigint      not null default 1,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    constraint site_of_provider unique (provider_id, id),
    constraint site_name_once unique (provider_id, name_zh)
);
create unique index site_one_main on site (provider_id) where main;

create table accreditation (
    id                 uuid        not null constraint accreditation_pk primary key,
    provider_id        uuid        not null constraint accreditation_provider_known references provider (id),
    scheme             text        not null constraint accreditation_scheme_present check (btrim(scheme) <> ''),
    certificate_number text        not null
        constraint accreditation_certificate_present check (btrim(certificate_number) <> ''),
    valid_from         date        not null,
    valid_to           date        not null,
    status             text        not null
        constraint accreditation_status_known check (status in ('ACTIVE', 'SUSPENDED', 'WITHDRAWN')),
    version            bigint      not null default 1,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    constraint accreditation_dates_in_order check (valid_from <= valid_to),
    constraint accreditation_of_provider unique (provider_id, id),
    constraint accreditation_certificate_once unique (provider_id, scheme, certificate_number)
);

create table accreditation_site (
    provider_id      uuid not null,
    accreditation_id uuid not null,
    site_id          uuid not null,
    constraint accreditation_site_pk primary key (accreditation_id, site_id),
    constraint accreditation_site_accreditation_known
        foreign key (provider_id, accreditation_id) references accreditation (provider_id, id),
    constraint accreditation_site_site_known
        foreign key (provider_id, site_id) references site (provider_id, id)
);

create table import (
    id             uuid        not null constraint import_pk primary key,
    provider_id    uuid        not null constraint import_provider_known references provider (id),
    state          text        not null constraint import_state_known check (state in
        ('QUEUED', 'RUNNING', 'AWAITING_CONFIRMATION', 'DONE', 'FAILED', 'CANCELLED')),
    format         text        not null constraint import_format_known check (format in ('CSV', 'JSON')),
    mode           text        not null constraint import_mode_known check (mode in ('ADD', 'REPLACE')),
    on_error       text        not null
        constraint import_on_error_known check (on_error in ('ACCEPT_GOOD', 'ALL_OR_NOTHING')),
    confirm        boolean     not null,
    dry_run        boolean     not null,
    effective_from date        not null,
    file_name      text,
    body           bytea       not null,
    lines          integer     not null default 0,
    accepted       integer     not null default 0,
    rejected       integer     not null default 0,
    warnings       integer     not null default 0,
    processed      integer     not null default 0,
    added          integer     not null default 0,
    kept           integer     not null default 0,
    ended          integer     not null default 0,
    failure        text,
    actor          jsonb       not null,
    version        bigint      not null default 1,
    created_at     timestamptz not null,
    finished_at    timestamptz,
    constraint import_figures_add_up check (accepted + rejected <= lines and processed <= lines),
    constraint import_finished_known
        check ((finished_at is not null) = (state in ('DONE', 'FAILED', 'CANCELLED')))
);
create index import_of_provider on import (provider_id, created_at desc, id);
create index import_unfinished on import (created_at) where state in ('QUEUED', 'RUNNING');
comment on column import.body is 'The file as it came: nothing is lost, and an interrupted run begins again from it.';

create table import_line (
    import_id     uuid    not null constraint import_line_import_known references import (id),
    line          integer not null constraint import_line_positive check (line > 0),
    cells         jsonb   not null,
    accepted      boolean not null,
    capability_id uuid,
    constraint import_line_pk primary key (import_id, line),
    constraint import_line_rejected_has_no_capability check (accepted or capability_id is null)
);
comment on column import_line.line is 'Row of the file, the header being row 1; for JSON the place in the array from 1.';

create table import_finding (
    import_id   uuid    not null constraint import_finding_import_known references import (id),
    number      integer not null,
    line        integer,
    column_name text,
    severity    text    not null
        constraint import_finding_severity_known check (severity in ('ERROR', 'WARNING', 'INFO')),
    code        text    not null,
    arguments   text[]  not null,
    value       text,
    constraint import_finding_pk primary key (import_id, number)
);

create table capability (
    record_id        bigint           generated always as identity constraint capability_pk primary key,
    id               uuid             not null,
    provider_id      uuid             not null constraint capability_provider_known references provider (id),
    site_id          uuid             not null,
    family           text             not null constraint capability_family_known
        check (family in ('METROLOGY', 'TESTING', 'CERTIFICATION', 'STANDARDS')),
    service_kind     text,
    subject          text             not null constraint capability_subject_present check (btrim(subject) <> ''),
    subject_en       text,
    parameter        text             not null,
    scenarios        text[]           not null,
    quantity         text,
    methods          text[]           not null,
    range_text       text,
    conditions       text[]           not null,
    uncertainty_text text,
    coverage_factor  double precision not null constraint capability_coverage_factor_positive
        check (coverage_factor > 0 and coverage_factor < 'Infinity'),
    limitation       text,
    marks            text[]           not null,
    on_site          boolean          not null,
    price_kind       text             not null
        constraint capability_price_kind_known check (price_kind in ('FIXED', 'FROM', 'ON_REQUEST')),
    price_fen        bigint           constraint capability_price_not_negative check (price_fen >= 0),
    price_per        text,
    turnaround_days  integer          constraint capability_turnaround_not_negative check (turnaround_days >= 0),
    resource_id      uuid,
    valid_from       date             not null,
    valid_to         date,
    recorded_at      timestamptz      not null,
    recorded_until   timestamptz,
    import_id        uuid             constraint capability_import_known references import (id),
    constraint capability_site_known foreign key (provider_id, site_id) references site (provider_id, id),
    constraint capability_price_complete check ((price_kind = 'ON_REQUEST') = (price_fen is null)),
    constraint capability_valid_in_order check (valid_to is null or valid_from <= valid_to),
    constraint capability_recorded_in_order check (recorded_until is null or recorded_at <= recorded_until),
    constraint capability_said_once exclude using gist (
        id with =,
        daterange(valid_from, valid_to, '[]') with &&,
        tstzrange(recorded_at, recorded_until) with &&)
);
create index capability_current_of_provider on capability (provider_id, id) where recorded_until is null;
comment on table capability is
    'Scope lines. valid_from and valid_to (both included) say when the lab could do it; recorded_at and '
    'recorded_until (excluded) say when we believed so. One statement a line, day and moment.';

-- History stays: the only change a row sees is that it stops being believed.
create function capability_history_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.recorded_until is null and new.recorded_until is not null then
        old.recorded_until := new.recorded_until;
        if old is not distinct from new then
            return new;
        end if;
    end if;
    raise exception 'rows of capability are neither changed nor deleted'
        using errcode = 'check_violation', constraint = 'capability_history_kept', table = 'capability';
end
$$;
create trigger capability_history_kept before update or delete on capability
    for each row execute function capability_history_kept();
