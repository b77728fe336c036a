-- What the headings of a provider's scope files mean where it has said so.

create table import_column (
    provider_id uuid        not null constraint import_column_provider_known references provider (id),
    heading_key text        not null constraint import_column_heading_says_something check (heading_key <> ''),
    heading     text        not null,
    column_name text        constraint import_column_known check (column_name in
        ('family', 'serviceKind', 'subject', 'subjectEn', 'parameter', 'quantity', 'methods', 'range', 'conditions',
         'uncertainty', 'coverageFactor', 'limitation', 'marks', 'site', 'onSite', 'price', 'turnaroundDays',
         'scenarios', 'validFrom', 'validTo')),
    said_at     timestamptz not null,
    constraint import_column_pk primary key (provider_id, heading_key)
);
comment on column import_column.column_name is 'Absent where the heading is to be passed over.';
