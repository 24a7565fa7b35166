-- title:       Audits re-graded on moderation
-- asks:        Do our auditors know what good looks like?
-- shows:       rate, %, lower is better
-- placed:      flow: the day it was moderated
-- met:         the final grade is not the auditor's own
-- counts:      core audits moderated in the month
-- leaves out:  themed audits and other tools
-- clock:       none
-- needs:       audits.moderated_on (may be blank), audits.first_grade (may be blank), audits.final_grade (may be blank),
--              audits.tool
-- splits:      team, locality
-- detail:      the role of the auditor
-- note:        A blank grade counts as not changed.
-- note:        Two judges agree now and then by chance. How far beyond chance they agree is not worked out.
-- note:        The value of a case is by how many grades it moved: a minus is to a lower grade.
-- small numbers: SN3
-- standard:    local: one audit in five moderated, drawn at random, and every one judged inadequate
-- source:      our own
-- lists:       audit, audits
-- act on:      met, highest first: with a changed grade
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      changed (headline): changed
-- series:      down: lowered
--   met:       the final grade is lower than the auditor's own
-- series:      up: raised
--   met:       the final grade is higher than the auditor's own
-- series:      two_or_more: by two grades or more
--   met:       the final grade is two grades or more from the auditor's own
-- series:      coverage: share moderated
--   act on:    not met, earliest first: not moderated
--   shows:     rate, %, higher is better
--   placed:    flow: the day the audit was completed
--   met:       moderated by now
--   counts:    core audits completed in the month
-- order:       3
-- why:         Tests whether managers know what good looks like
-- status:      Local
-- guidance:    Moderation from outside is common after an inadequate judgement
-- reference:   Innovate CYPS, thematic service audit
-- reference:   BCP Council, scrutiny minute, 2021
-- breakdowns:  auditor, team, cohort
-- trap:        Only easy audits moderated
--   rule:      Random draw
-- trap:        Agreement by chance
--   rule:      Said on the page; agreement beyond chance is not worked out

with grade as (
    select 'outstanding' as name, 4 as rank
    union all select 'good', 3
    union all select 'requires improvement', 2
    union all select 'inadequate', 1
),

moved as (
    select a.*, coalesce(stands.rank - own.rank, 0) as by_grades
    from core_audit a
    left join grade own on own.name = a.first_grade
    left join grade stands on stands.name = a.final_grade
)

select
    s.series,
    a.child_key,
    a.audit_id     as case_id,
    a.moderated_on as on_date,
    a.team,
    a.worker,
    case s.series
        when 'changed' then a.by_grades <> 0
        when 'down' then a.by_grades < 0
        when 'up' then a.by_grades > 0
        else a.by_grades not between -1 and 1
    end as met,
    a.by_grades as value,
    a.auditor   as detail
from moved a
cross join (
    select 'changed' as series union all select 'down' union all select 'up' union all select 'two_or_more'
) s
where a.moderated_on is not null
union all
select 'coverage', child_key, audit_id, completed_on, team, worker, moderated_on is not null, null, auditor
from moved
where completed_on is not null;
