-- title:       Initial conferences resulting in a plan
-- asks:        Do we bring to conference the children who need a plan, and only them?
-- shows:       rate, %, neither is better
-- placed:      flow: the day the conference was held
-- met:         the child was made subject to a child protection plan
-- counts:      initial conferences held in the month, one for each child, transfers-in among them
-- leaves out:  conferences not yet held
-- clock:       none
-- needs:       initial_cp_conference.icpc_date, initial_cp_conference.outcome_cp_flag
-- detail:      whether the list of plans agrees
-- note:        The conference's own outcome decides; a blank is no plan. Whether a plan started that day or the next is shown too.
-- note:        A conference before its enquiry is an error: it is listed as one and counted nowhere.
-- standard:    none: very high and very low both need explaining
-- source:      our own
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): all children
--   benchmark: CPP_Abuse_Rate
--     read as: share of ISCP_Conf
--     differs: Worked out from two published rates of the same year: plans started of conferences held, whichever
--              conference led to them.
-- series:      cla: looked after that day
--   counts:    initial conferences held in the month about children who were looked after that day
--   needs:     initial_cp_conference.icpc_date, initial_cp_conference.outcome_cp_flag, cla_periods.start_date,
--                cla_periods.end_date (may be blank)
-- series:      not_cla: not looked after that day
--   counts:    initial conferences held in the month about children who were not looked after that day
--   needs:     initial_cp_conference.icpc_date, initial_cp_conference.outcome_cp_flag, cla_periods.start_date,
--                cla_periods.end_date (may be blank)
-- order:       4
-- why:         Very high or very low both need explaining
-- status:      None
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Plan start date a day after conference
--   rule:      The conference’s own outcome; whether a plan followed is a split
-- trap:        Child already looked after at conference
--   rule:      Series split
-- published:   2014-15: 87% (62,210 plans started / 71,360 initial conferences with a duration); derived; numerator
--              and denominator bases differ
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 86% (61,840/72,100); derived
--   source:    Department for Education, Children in need, child protection plans
--   source:    Department for Education, Children in need, section 47 enquiries and conferences

with looked_at as (
    select
        c.icpc_id, c.child_key, c.icpc_date, c.team, c.worker,
        coalesce(c.outcome_cp_flag, false) as made_a_plan,
        exists (
            select 1 from cp_plans p
            where p.child_key = c.child_key and p.start_date between c.icpc_date and c.icpc_date + 1
        ) as has_plan,
        exists (
            select 1 from care_period p
            where p.child_key = c.child_key and p.began_on <= c.icpc_date and p.ended_on > c.icpc_date
        ) as looked_after
    from held_conference c
),

part as (
    select 'bare' as series, l.* from looked_at l
    union all
    select case when looked_after then 'cla' else 'not_cla' end, l.* from looked_at l
)

select
    series,
    child_key,
    icpc_id     as case_id,
    icpc_date   as on_date,
    team,
    worker,
    made_a_plan as met,
    null        as value,
    case
        when made_a_plan and has_plan then 'Plan decided, and on the list'
        when made_a_plan then 'Plan decided, none on the list'
        when has_plan then 'No plan decided, one on the list'
        else 'No plan'
    end         as detail
from part;
