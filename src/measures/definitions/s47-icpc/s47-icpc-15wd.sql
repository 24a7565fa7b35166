-- title:       Initial child protection conferences held within 15 working days
-- asks:        Does a child at risk of significant harm get a conference in time?
-- shows:       rate, %, higher is better
-- placed:      flow: the day the conference was held
-- met:         held on or before the 15th working day after the strategy discussion that began the enquiry
-- counts:      initial conferences held in the month that follow a section 47 enquiry, one for each child
-- leaves out:  transfer-in conferences; conferences that follow no enquiry we know of; those not yet held
-- clock:       working days from the first enquiry that led to it; the day after the strategy discussion is day 1
-- needs:       s47_enquiry.start_date, initial_cp_conference.icpc_date (may be blank)
-- note:        A conference before its enquiry is an error: it is listed as one and counted nowhere.
-- note:        Conferences that were put off or never held are not here: read it with the enquiries open past day 15.
-- note:        Conferences before a birth are kept in: no source has the reason for another clock.
-- note:        Brothers and sisters who share a meeting count once each.
-- note:        (annex-a) Annex A cannot tell a transfer-in conference: none is left out.
-- standard:    Working Together to Safeguard Children: within 15 working days of the strategy discussion
-- source:      Department for Education, children in need census guide
-- act on:      not met, longest first: held after day 15
--   limit:     15 working days
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      s47 (headline): after a section 47 enquiry
--   chart title: Of first conferences held in the month, the share within 15 working days
--   read with: s47-open-15wd (stock)
--     title:   Enquiries open past day 15 with no conference and no outcome, at each month end
--     column:  Open past day 15
--     one:     enquiry is open past day 15 with no conference
--     many:    enquiries are open past day 15 with no conference
--     short:   open past day 15
--     left out: yes
--   benchmark: CP_conf_15days
--     title:   Initial conferences held within 15 working days
--     gives:   %, over the year, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
-- series:      transfer_in: transfer-in, from the day we were told
--   met:       held on or before the 15th working day after another authority told us
--   counts:    transfer-in conferences held in the month
--   not held:  no source holds the day another authority told us: it has to be captured
-- order:       2
-- why:         Delay here is delay in a protection plan
-- status:      Statutory guidance
-- guidance:    Working Together: within 15 working days of the strategy discussion
-- reference:   Working Together to Safeguard Children
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- start at:    green 85; amber 75
-- trap:        Conferences dated before the section 47
--   rule:      It is an error, listed as one and counted nowhere
-- trap:        Counting children or conferences (siblings share a meeting)
--   rule:      Each child counts
-- trap:        Overdue conferences not yet held are invisible
--   rule:      Read with enquiries still open after 15 working days
-- trap:        Pre-birth conferences planned to a different clock
--   rule:      Kept in: no source has the reason
-- published:   2014-15: 74.7%
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 81.4%; a quarter within 13 working days, half within 14, three quarters within 15; 9.7% over
--              20
--   source:    Department for Education, Local Authority Interactive Tool, 2026
--   source:    Department for Education, Children in need, section 47 enquiries and conferences
-- published:   2024-25: Of councils the lowest tenth are at or below 71.4, half at or below 82.4, and nine tenths at
--              or below 93.6
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- clock drawn: 15 working days from 2015-03-30
--   starts:    the strategy discussion is held
--   ends:      the initial conference is held

with conference as (
    select
        c.icpc_id, c.child_key, c.icpc_date, c.team, c.worker, s.start_date,
        row_number() over (partition by c.child_key, c.icpc_date order by s.start_date, c.icpc_id, s.s47_enquiry_id) as nth
    from initial_cp_conference c
    join s47_enquiry s on s.s47_enquiry_id = c.s47_enquiry_id and s.child_key = c.child_key
    where s.start_date <= c.icpc_date
        and not coalesce(c.transfer_in, false)
)

select
    's47'     as series,
    child_key,
    icpc_id   as case_id,
    icpc_date as on_date,
    team,
    worker,
    within_working_days(start_date, icpc_date, 15) as met,
    working_day_number(start_date, icpc_date)      as value
from conference
where nth = 1;
