-- The table of a scope is read part by part in the order of subjects, and single lines are found by their id.

create index capability_current_by_subject on capability (provider_id, subject, parameter, id)
    where recorded_until is null;
create index capability_of_id on capability (id);
