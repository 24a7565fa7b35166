-- title:    Contacts without a decision
-- area:     front door
-- answers:  team manager
-- says:     No decision by the end of the next working day
-- clock:    working days from the hour in which the office could first act
-- overdue:  past day 1 without a decision
-- counted:  contact, contacts
-- rule:     not decided
--   asks:   Who decides today?
--   counts: fd-undecided-backlog met
-- together: yes
-- order:    1

select
    'not decided' as rule, c.child_key, c.case_id, c.team, c.worker, coalesce(k.clock_from, r.contact_date) as starts_on,
    working_day_after(coalesce(k.clock_from, r.contact_date), 1) as due_on,
    true as is_overdue, c.value - 1 as days_over, c.detail
from cases_of('fd-undecided-backlog') c
left join contact_clock k on k.contact_decision_id = c.case_id
left join contacts r on r.contact_id = c.case_id and k.contact_decision_id is null
where c.met;
