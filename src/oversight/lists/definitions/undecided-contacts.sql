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
    'not decided' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on,
    day_of_number(1, cast(c.value as integer)) as due_on,
    c.met as is_overdue, case when c.met then c.value - 1 end as days_over, c.detail as detail
from cases_of('fd-undecided-backlog') c
cross join extract x
where c.met;
