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

with enquiry as (
    select c.*, e.start_date as starts_on, working_day_after(e.start_date, 15) as due_on
    from cases_of('s47-open-15wd') c
    join s47_enquiry e on e.s47_enquiry_id = c.case_id and e.child_key = c.child_key
)

select
    'past day 15' as rule, child_key, case_id, team, worker, starts_on, due_on, met as is_overdue,
    case when met then value - 15 end as days_over, cast(null as text) as detail
from enquiry
where met or due_on <= day_of_number(0, -10);
