-- A line of before does not end because the row that says it was rejected; how the characters of a text file were read.

alter table import_change drop constraint import_change_kind_known;
alter table import_change add constraint import_change_kind_known
    check (kind in ('SAID', 'REJECTED', 'ADDED', 'CHANGED', 'ENDED', 'KEPT', 'UNCHANGED'));
alter table import_change drop constraint import_change_names_its_line;
alter table import_change add constraint import_change_names_its_line
    check (kind in ('SAID', 'REJECTED') or capability_id is not null);

alter table import add column kept integer not null default 0
    constraint import_kept_not_negative check (kept >= 0);
comment on column import.kept is 'Lines of before that no row says, and that stay because a rejected row may be theirs.';

alter table import add column encoding text
    constraint import_encoding_known check (encoding in ('UTF_8', 'UTF_16', 'GB18030', 'WINDOWS_1252'));
comment on column import.encoding is 'How its sender says that its characters are written.';
alter table import add column read_as text
    constraint import_read_as_known check (read_as in ('UTF_8', 'UTF_16', 'GB18030', 'WINDOWS_1252'));
comment on column import.read_as is 'How its characters were read, absent where the format leaves no choice.';
