-- title:       Return interviews offered
-- asks:        When a child comes back, does someone offer to listen?
-- shows:       rate, %, higher is better
-- placed:      flow: the day the child was back
-- met:         an interview was offered within 72 hours of the return
-- counts:      missing episodes of looked-after children that ended in the month
-- leaves out:  children who were 18 on the return
-- clock:       elapsed hours, nights and weekends counted; from the return to the offer; a day without a time is taken as 23:59
-- needs:       return_interviews.returned_at, return_interviews.offered, return_interviews.offered_at (may be blank)
-- note:        An offer of which nobody wrote down whether, or when, it was made is not met, also where the 72 hours have not run out.
-- note:        "Not applicable" leaves nobody out. A child who died or lay sedated in hospital is owed none, and no file says who did.
-- note:        One interview for several times missing counts for each that names it.
-- note:        Children whom another authority placed in our area are that authority's to interview, and are in no file of ours.
-- standard:    Statutory guidance on children who run away or go missing from home or care (2014): offered, and held within 72 hours of the return
-- source:      Department for Education, statutory guidance on children who run away or go missing from home or care
-- act on:      not met, longest first: not offered an interview in time
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): of episodes, within 72 hours
-- series:      children: of children, after every return
--   met:       an interview was offered within 72 hours of every return of the month
--   counts:    looked-after children who came back in the month
-- series:      case_system: at any time, as the case system says
--   act on:    not met, latest first: not offered an interview
--   met:       the case system says that an interview was offered
--   counts:    missing episodes of looked-after children that ended in the month; a child away without authorisation is not missing
--   clock:     none
--   needs:     cla_periods.start_date, cla_periods.end_date (may be blank), missing_episodes.end_date (may be blank), missing_episodes.type, missing_interviews.offered
--   note:      No standard says when it was offered: it may have been weeks later.
-- order:       3
-- why:         Statutory; an Ofsted priority action
-- status:      Statutory guidance
-- guidance:    Offer an independent return interview, within 72 hours of return
-- reference:   Department for Education, guidance on children who run away or go missing, 2014
-- reference:   Missing People, return interviews across England 2023 to 2024
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort, placement type, in/out of
--              area, provider of interview
-- start at:    green 95; amber 85
-- trap:        The national standards keep a yes or no, and no date
--   rule:      The day and hour are captured in our template; elsewhere there is none, and none is assumed
-- trap:        NA codes dropped from the denominator
--   rule:      Not applicable leaves nobody out; those who were 18 on the return are left out
-- trap:        Per episode or per child
--   rule:      Each episode counts
-- trap:        Placed by another authority
--   rule:      Those whom another authority placed here are that authority’s to offer
-- published:   2023-24: 5 councils offered one after over 90% of incidents, 10 after under 30%; all children
--   source:    Missing People, return interviews across England 2023 to 2024
-- clock drawn: 72 hours from 2015-02-06T23:30
--   starts:    the child comes back
--   ends:      an interview is offered

with returned as (
    select *, coalesce(offered and offered_after_hours <= 72, false) as is_met
    from return_interview_clock
)

select
    'bare'              as series,
    child_key,
    return_interview_id as case_id,
    returned_on         as on_date,
    team,
    worker,
    is_met              as met,
    offered_after_hours as value
from returned
union all
-- A child once in a month, in the team of the last return.
select 'children', child_key, return_interview_id, returned_on, team, worker, is_every_met, null
from (
    select r.*,
        bool_and(is_met) over (partition by child_key, m.month) as is_every_met,
        row_number() over (partition by child_key, m.month order by returned_on desc, return_interview_id desc) as nth
    from returned r
    join reporting_month m on r.returned_on between m.first_day and m.last_day
) child
where nth = 1
union all
select 'case_system', child_key, episode_id, returned_on, team, worker, coalesce(offered, false), null
from recorded_interview;
