-- title:       Pathway plans in date
-- asks:        Does each young person leaving care have a plan that someone has looked at lately?
-- shows:       rate, %, higher is better
-- placed:      stock: the day of the files
-- met:         the pathway plan was made or reviewed in the six calendar months to the day
-- counts:      eligible, relevant and former relevant young people on the list of care leavers
-- leaves out:  qualifying young people, who have no pathway plan; those who died, and those who returned home for six months or more
-- clock:       calendar months: six from the plan or its last review; the same day six months later is still in time
-- needs:       care_leavers.pathway_plan_review_date, care_leavers.eligibility
-- note:        A plan or its review counts, a needs assessment does not. A blank day counts as not in date.
-- note:        No file says when someone moved into housing that is not regulated, so the 28 days after such a move are not checked.
-- note:        An eligible child, who is 16 or 17 and still looked after, counts where the list has them; one whom the list leaves out cannot be seen here.
-- standard:    Care Leavers (England) Regulations 2010: reviews at most six months apart
-- source:      Children Act 1989 guidance, volume 3
-- act on:      not met, longest first: without a pathway plan in date
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): all
-- series:      eligible: eligible children, still looked after
--   counts:    eligible children on the list of care leavers
-- order:       4
-- why:         The legal plan for leaving care
-- status:      Statutory
-- guidance:    Care Leavers Regulations: review at most 6 months apart
-- reference:   Children Act 1989 guidance, volume 3
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Needs assessment date used instead
--   rule:      Plan or review only
-- trap:        Eligible children left out
--   rule:      In, as own series
-- clock drawn: 6 months from 2014-08-31
--   starts:    the pathway plan is made or reviewed
--   ends:      it is reviewed

with planned as (
    select c.*, coalesce(
        pathway_plan_review_date <= known_on and months_later(pathway_plan_review_date, 6) >= known_on, false
    ) as met
    from care_leaver c
    where eligibility in ('eligible', 'relevant', 'former_relevant')
        and (in_touch is null or in_touch not in ('DIED', 'RHOM'))
)

select 'bare' as series, child_key, case_id, known_on as on_date, team, worker, met, known_on - pathway_plan_review_date as value
from planned
union all
select 'eligible', child_key, case_id, known_on, team, worker, met, known_on - pathway_plan_review_date
from planned
where eligibility = 'eligible';
