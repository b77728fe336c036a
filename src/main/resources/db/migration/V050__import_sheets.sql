-- Workbooks: what they are called, where their rows stand; and of what family all lines of a file are.

alter table import drop constraint import_format_known;
alter table import add constraint import_format_known check (format in ('CSV', 'XLSX', 'JSON'));

alter table import add column sheets text[] not null default '{}';
alter table import add column family text
    constraint import_family_known check (family in ('METROLOGY', 'TESTING', 'CERTIFICATION', 'STANDARDS'));
comment on column import.sheets is
    'Names of the sheets of a workbook, in their order. Rows of several sheets are numbered on by 1,048,576 a sheet.';
comment on column import.family is 'What its sender says of all lines of a file that has no column for it.';
