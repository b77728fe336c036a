-- Imports as jobs: the file in parts, what it would change, progress and figures.

create table import_part (
    import_id uuid    not null constraint import_part_import_known references import (id),
    number    integer not null constraint import_part_number_not_negative check (number >= 0),
    content   bytea   not null constraint import_part_size
        check (octet_length(content) between 1 and 1048576),
    constraint import_part_pk primary key (import_id, number)
);
alter table import_part alter column content set storage external;
comment on table import_part is
    'The file as it came, in parts: nothing is lost, and an interrupted run begins again from it.';

insert into import_part (import_id, number, content)
select i.id, n, substring(i.body from n * 1048576 + 1 for 1048576)
from import i cross join lateral generate_series(0, (octet_length(i.body) - 1) / 1048576) as n
where octet_length(i.body) > 0;

alter table import add column bytes bigint not null default 0;
update import set bytes = octet_length(body);
alter table import alter column bytes drop default;
alter table import drop column body;

alter table import drop constraint import_figures_add_up;
alter table import drop column processed;
alter table import rename column kept to unchanged;
alter table import add column changed integer not null default 0;
alter table import add column findings integer not null default 0;
alter table import add column progress double precision not null default 0
    constraint import_progress_share check (progress between 0 and 1);
alter table import add column attempts integer not null default 0;
alter table import add column basis bigint;
alter table import add constraint import_rows_add_up check (accepted + rejected <= lines);
alter table import add constraint import_outcome_adds_up
    check (state <> 'DONE' or added + changed + unchanged in (0, accepted));
update import i set findings = (select count(*) from import_finding f where f.import_id = i.id);
comment on column import.findings is 'How many there are; the first of them are kept.';
comment on column import.basis is
    'Sequence of the last change of the scope that the file was compared with, absent until it was.';

drop table import_line;

create unlogged table import_change (
    import_id        uuid    not null,
    kind             text    not null constraint import_change_kind_known
        check (kind in ('SAID', 'ADDED', 'CHANGED', 'ENDED', 'UNCHANGED')),
    number           integer not null,
    line             integer,
    capability_id    uuid,
    before           bigint,
    fields           text[]  not null,
    valid_from       date    not null,
    valid_to         date,
    site_id          uuid,
    family           text,
    service_kind     text,
    subject          text,
    subject_en       text,
    parameter        text,
    scenarios        text[],
    quantity         text,
    methods          text[],
    range_text       text,
    conditions       text[],
    uncertainty_text text,
    coverage_factor  double precision,
    limitation       text,
    marks            text[],
    on_site          boolean,
    price_kind       text,
    price_fen        bigint,
    price_per        text,
    turnaround_days  integer,
    resource_id      uuid,
    constraint import_change_pk primary key (import_id, kind, number),
    constraint import_change_names_its_line check (kind = 'SAID' or capability_id is not null)
);
comment on table import_change is
    'What an import would change or changed; SAID: a row not yet compared. Made anew from the file whenever it is '
    'missing, so it needs no log, and no key to import, whose check would cost as much as the row. The change of the '
    'days of a line begins with valid_from.';
