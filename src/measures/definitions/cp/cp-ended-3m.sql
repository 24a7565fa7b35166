-- title:       Child protection plans ended within three months
-- asks:        Are we making plans that were not needed, or ending them too soon?
-- shows:       rate, %, lower is better
-- placed:      flow: the day the plan ended
-- met:         the plan ended on the day three months after it started, or before
-- counts:      plans that ended in the month
-- leaves out:  another authority's temporary plans
-- clock:       calendar months: the same day of the later month, or its last, that day included
-- needs:       cp_plans.start_date, cp_plans.end_date (may be blank)
-- detail:      where the child stood when the plan had ended
-- note:        Every plan that ended counts. No source says why one ended, so a move to another council or a death is not left
--                out; where the child stood on that day (looked after, in need, closed) is shown instead.
-- note:        A plan that ended before it started is an error: it is listed as one and counted nowhere.
-- note:        (annex-a) Annex A cannot tell another authority's temporary plan: none is left out.
-- standard:    none
-- source:      Department for Education, children in need statistics: plans that ended after three months or less
-- act on:      met, shortest first: ended within three months
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       9
-- why:         Possible over-use or premature ending
-- status:      None
-- guidance:    The department’s duration band
-- reference:   Department for Education, Children in need, plans ending by duration
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Three months, or less than three
--   rule:      Inclusive
-- trap:        Plans ended because the child came into care
--   rule:      Series by end reason
-- published:   2024-25: 15.9% (9,920 of 62,300); 18.7% in 2019-20
--   source:    Department for Education, Children in need, plans ending by duration
-- clock drawn: 3 months from 2014-11-30
--   starts:    the plan starts
--   ends:      it ends
--   after:     not counted

with stood as (
    select p.cp_plan_id, s.cohort
    from our_plan p
    join cohort_spell s on s.child_key = p.child_key
    where s.from_date <= p.end_date and (s.to_date is null or s.to_date > p.end_date)
)

select
    'bare'       as series,
    p.child_key,
    p.cp_plan_id as case_id,
    p.end_date   as on_date,
    p.team,
    p.worker,
    p.end_date <= months_later(p.start_date, 3) as met,
    p.end_date - p.start_date                   as value,
    coalesce(s.cohort, 'closed')                as detail
from our_plan p
left join stood s on s.cp_plan_id = p.cp_plan_id
where p.end_date is not null;
