-- title:       Section 47 enquiries leading to an initial conference
-- asks:        Do we put families through an enquiry that leads nowhere?
-- shows:       rate, %, neither is better
-- placed:      flow: the day of the strategy discussion that began it
-- met:         a conference that follows the enquiry was held within 60 days
-- counts:      enquiries started in the month
-- leaves out:  an enquiry that a case system made with an assessment of that day, when both ended with nothing to do
-- clock:       calendar days from the strategy discussion to the conference
-- needs:       s47_enquiry.start_date, initial_cp_conference.icpc_date (may be blank)
-- shown:       months whose last day is past day 60
-- note:        A month is shown once every enquiry started in it has had its 60 days.
-- note:        A conference follows the enquiry that it names. An enquiry that none names takes the child's next conference
--                within 60 days that names no enquiry.
-- note:        An enquiry whose conference was before it is an error: it is listed as one and counted nowhere.
-- standard:    none: read against neighbours
-- source:      London Innovation and Improvement Alliance; our own
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): of enquiries started
--   benchmark: ISCP_Conf
--     title:   Initial child protection conferences
--     gives:   per 10,000, over the year, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
--     read as: share of Section_47
--     differs: Worked out from two published rates of the same year: conferences of enquiries, whichever enquiry led
--              to them.
-- series:      ratio: conferences to enquiries
--   shows:     ratio over the rest, %, neither is better
--   placed:    flow: the day of the strategy discussion, or of the conference
--   met:       initial conferences held in the month, one for each child, over the enquiries that started in it
--   counts:    enquiries started in the month, and conferences
--   shown:     every month
--   note:      A ratio of one month's flows, as the published figures are made: it follows no enquiry.
-- chart title: Of enquiries started in the month, the share that came to a conference
-- read with:   s47-to-icpc.ratio (flow)
--   title:     Conferences held in the month to enquiries started in it: no conversion, for comparing alone
--   column:    Simple ratio
-- order:       3
-- why:         Low conversion points to over-use of intrusive enquiries
-- status:      None
-- guidance:    Read against peers
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Annual ratio (initial conferences over section 47 enquiries) passed off as conversion
--   rule:      Cohort is headline; ratio kept for benchmarking
-- trap:        Link by child and date window, or by id
--   rule:      By the link, or else the next initial conference within 60 days
-- published:   2014-15: 44.5% (rate ratio 61.9/139.1); derived
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 31.3% (72,100/230,590); derived ratio
--   source:    Department for Education, Children in need, section 47 enquiries and conferences
-- clock drawn: 60 days from 2014-12-15
--   starts:    the strategy discussion is held
--   ends:      an initial conference is held
--   after:     not counted

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
