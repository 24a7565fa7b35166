-- title:       Section 47 enquiries leading to an initial conference
-- asks:        Do we put families through an enquiry that leads nowhere?
-- shows:       rate, %, neither is better
-- placed:      flow: the day of the strategy discussion that began it
-- met:         a conference that follows the enquiry was held within 60 days
-- counts:      enquiries started in the month
-- leaves out:  an enquiry that a case system made beside an assessment of that day, when both ended with nothing to do
-- clock:       calendar days from the strategy discussion to the conference
-- needs:       s47_enquiry.start_date, initial_cp_conference.icpc_date (may be blank)
-- shown:       months whose last day is past day 60
-- note:        A month is shown once every enquiry started in it has had its 60 days.
-- note:        A conference follows the enquiry that it names. An enquiry that none names takes the child's next conference
--                within 60 days that names no enquiry.
-- note:        An enquiry whose conference was before it is an error: it is listed as one and counted nowhere.
-- standard:    none: read against neighbours
-- source:      London Innovation and Improvement Alliance; our own
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): of enquiries started
-- series:      ratio: conferences to enquiries
--   shows:     ratio over the rest, %, neither is better
--   placed:    flow: the day of the strategy discussion, or of the conference
--   met:       initial conferences held in the month, one for each child, over the enquiries that started in it
--   counts:    enquiries started in the month, and conferences
--   shown:     every month
--   note:      A ratio of one month's flows, as the published figures are made: it follows no enquiry.

select
    'bare'         as series,
    child_key,
    s47_enquiry_id as case_id,
    start_date     as on_date,
    team,
    worker,
    coalesce(conference_on - start_date <= 60, false) as met,
    conference_on - start_date                        as value
from counted_enquiry
union all
select 'ratio', child_key, s47_enquiry_id, start_date, team, worker, false, 1
from counted_enquiry
union all
select 'ratio', child_key, icpc_id, icpc_date, team, worker, true, 1
from held_conference;
