-- A report within ten years. What was stated before stays as it is: history is not changed, so it is not looked at again.

alter table capability add constraint capability_turnaround_bounded
    check (turnaround_days <= 3650 or recorded_until is not null) not valid;
alter table price_rule add constraint price_rule_turnaround_bounded check (turnaround_days <= 3650) not valid;
