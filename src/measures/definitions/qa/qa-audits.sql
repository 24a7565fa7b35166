-- title:       Case audits completed against plan
-- asks:        Do we read the case records that we said we would?
-- shows:       rate, %, higher is better
-- placed:      flow: the month it was allocated for
-- met:         completed by the end of that month
-- counts:      core audits allocated for the month; one that is late stays in its own month, and stays missed
-- leaves out:  themed audits and other tools: what is counted is read with a tool whose name begins with "core"
-- clock:       none
-- needs:       audits.month, audits.tool, audits.completed_on (may be blank)
-- splits:      team, worker, locality, ward, age, sex, ethnicity, disability
-- detail:      the role of the auditor
-- note:        Auditors read other teams' work: the template asks for the auditor's role, and whose team it is cannot be told from it.
-- note:        Audits say something of all the work only when the sample is drawn at random, and by nobody who did the work.
-- small numbers: SN2
-- standard:    local: a continuous improvement framework
-- source:      our own
-- lists:       audit, audits
-- act on:      not met, earliest first: not done by the end of the month
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): by the end of the month
-- series:      recovered: done late
--   act on:    not met, earliest first: not done
--   shows:     rate, %, neither is better
--   met:       completed after the end of the month, by now
-- order:       1
-- why:         No audit, no assurance
-- status:      Local
-- guidance:    A continuous improvement framework
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  cohort, team, auditor grade
-- start at:    green 95; amber 80
-- trap:        Auditor audits own team
--   rule:      The template asks for the role of an auditor of another team
-- trap:        Cases picked by the manager
--   rule:      A random sample of each group: in need, on protection plans, looked after
-- trap:        Late audits moved to next month’s denominator
--   rule:      Stay failed, shown as recovered

select
    s.series,
    a.child_key,
    a.audit_id as case_id,
    m.last_day as on_date,
    a.team,
    a.worker,
    case
        when a.completed_on is null then false
        -- Of the as-at day's own month nothing is late yet.
        when s.series = 'bare' then a.completed_on <= m.last_day
        else a.completed_on > m.last_day
    end as met,
    null       as value,
    a.auditor  as detail
from core_audit a
join reporting_month m on m.month = a.month
cross join (select 'bare' as series union all select 'recovered') s;
