-- Each change of a scope has a number: stating a line, and no longer believing it. Within one provider the numbers rise
-- in the order of commits, because whoever changes a scope holds the row of its provider; so a reader that knows the last
-- number it saw of a provider reads only what is new.
create sequence capability_change;

alter table capability add column change_id bigint not null default nextval('capability_change');
comment on column capability.change_id is 'Number of the last change of this row, rising within a provider.';

create index capability_changed_of_provider on capability (provider_id, change_id);

create or replace function capability_history_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.recorded_until is null and new.recorded_until is not null then
        new.change_id := nextval('capability_change');
        old.change_id := new.change_id;
        old.recorded_until := new.recorded_until;
        if old is not distinct from new then
            return new;
        end if;
    end if;
    raise exception 'rows of capability are neither changed nor deleted'
        using errcode = 'check_violation', constraint = 'capability_history_kept', table = 'capability';
end
$$;
