-- Regions made up for trying and measuring: how far each has grown. A database that has one holds nothing else.
create table generated_region (
    lines     bigint  not null constraint generated_region_pk primary key,
    providers integer not null,
    seed      bigint  not null
);
