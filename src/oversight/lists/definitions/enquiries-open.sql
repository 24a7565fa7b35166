-- title:    Section 47 enquiries open
-- area:     enquiries and conferences
-- answers:  team manager
-- says:     Open past working day 15, with no conference and no outcome
-- clock:    working days from the strategy discussion; the day after it is day 1
-- due:      the last day in time comes within 10 working days
-- overdue:  still open after day 15
-- counted:  enquiry, enquiries
-- rule:     past day 15
--   asks:   What stops the conference or the decision that none is needed?
--   counts: s47-open-15wd met
-- order:    1

select
    'past day 15' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on,
    day_of_number(15, cast(c.value as integer)) as due_on,
    c.met as is_overdue, case when c.met then c.value - 15 end as days_over, cast(null as text) as detail
from cases_of('s47-open-15wd') c
cross join extract x
where c.met
    or day_of_number(15, cast(c.value as integer)) <= day_of_number(0, -10);
