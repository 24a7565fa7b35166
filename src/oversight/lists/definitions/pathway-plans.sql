-- title:    Pathway plans
-- area:     care leavers
-- answers:  team manager
-- says:     Not made or reviewed in the last six months
-- clock:    calendar months from the plan or its last review
-- overdue:  more than six calendar months ago, or never
-- rule:     not in date
--   asks:   When will it be reviewed, with the young person?
--   counts: cl-pathway not met
-- order:    1

select
    'not in date' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on,
    x.as_at - cast(c.value as integer) + 182 as due_on,
    not c.met as is_overdue, case when not c.met then c.value - 182 end as days_over, cast(null as text) as detail
from cases_of('cl-pathway') c
cross join extract x
where not c.met;
