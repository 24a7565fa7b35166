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
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      s47 (headline): after a section 47 enquiry
-- series:      transfer_in: transfer-in, from the day we were told
--   met:       held on or before the 15th working day after another authority told us
--   counts:    transfer-in conferences held in the month
--   not held:  no source holds the day another authority told us: it has to be captured

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
