-- title:    Children without a named social worker
-- area:     oversight
-- answers:  team manager
-- says:     Nobody, a duty tray, a manager for more than five working days, or someone who has left
-- clock:    calendar days since anyone held the child
-- overdue:  any of these
-- over:     day, days, since anyone held the child
-- rule:     no worker
--   asks:   Who will hold the child, and from when?
--   counts: wf-unallocated met
-- order:    2

select
    'no worker' as rule, c.child_key, c.case_id, c.team, c.worker, x.as_at - cast(l.value as integer) as starts_on,
    cast(null as date) as due_on, true as is_overdue, l.value as days_over, c.detail
from cases_of('wf-unallocated') c
cross join extract x
left join cases_of('wf-unallocated.longest') l on l.child_key = c.child_key and l.case_id = c.case_id;
