-- title:       What audits found
-- asks:        How good is our practice?
-- shows:       rate, %, higher is better
-- placed:      flow: the month it was completed, pooled with the two months before
-- met:         judged good or outstanding
-- leaves out:  themed audits and other tools; audits that have no final grade yet
-- clock:       none
-- needs:       audits.final_grade (may be blank), audits.completed_on (may be blank), audits.tool
-- splits:      team, locality, age, sex, ethnicity, disability
-- detail:      the kind of work at the audit
-- limits:      do not apply: each point shares two months with the next
-- note:        The grade is the one after moderation, and is a judgement: it is not worked out of the parts.
-- note:        Of 20 audits the true share may lie 20 points either side, so three months are taken together.
-- note:        No worker's grades are shown by name.
-- small numbers: SN2
-- standard:    local: Ofsted's four grades, by children in need, on protection plans and looked after
-- source:      our own
-- lists:       audit, audits
-- act on:      not met, latest first: graded below good
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      good_plus (headline): good or outstanding
--   counts:    core audits completed in these three months that have a final grade
-- series:      inadequate: inadequate
--   act on:    met, latest first: graded inadequate
--   shows:     rate, %, lower is better
--   met:       judged inadequate
--   counts:    core audits completed in these three months that have a final grade
-- series:      distribution: at each of the four grades
--   act on:    nobody
--   shows:     count, audits, neither is better
--   met:       each core audit with a final grade
--   detail:    the grade
-- order:       2
-- why:         The quality curve the board follows
-- status:      Local
-- guidance:    Ofsted grades; analysed for children in need, on protection plans and looked after
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  cohort, team, domain
-- trap:        First grade or moderated grade
--   rule:      Moderated; both stored
-- trap:        Average of domains as the overall
--   rule:      The overall grade is a judgement, and never worked out of the parts
-- trap:        Of 20 audits a month the true share may lie 20 points either side
--   rule:      Three months are taken together, and the page says how sure that is
-- trap:        Non-random themed samples mixed in
--   rule:      Core random sample only

with graded as (
    select a.*, m.last_day
    from core_audit a
    -- In the point of its own month and of the two after it.
    join reporting_month m on a.completed_on >= months_later(m.first_day, -2) and a.completed_on <= m.last_day
    where a.final_grade is not null
)

select
    s.series,
    g.child_key,
    g.audit_id as case_id,
    g.last_day as on_date,
    g.team,
    g.worker,
    case s.series
        when 'good_plus' then g.final_grade in ('outstanding', 'good')
        when 'inadequate' then g.final_grade = 'inadequate'
        else true
    end as met,
    null as value,
    case when s.series = 'distribution' then ofsted_grade(g.final_grade) else g.cohort end as detail
from graded g
cross join (select 'good_plus' as series union all select 'inadequate' union all select 'distribution') s;
