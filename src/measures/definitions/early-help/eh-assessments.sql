-- title:       Early help assessments started
-- asks:        Does help reach families before they need social care?
-- shows:       count, assessments, higher is better
-- placed:      flow: the day it started
-- met:         each early help assessment that started in the month, one for each child
-- leaves out:  nothing: the work of every agency on the shared system
-- clock:       none
-- needs:       early_help_episodes.start_date
-- detail:      the organisation that led it
-- note:        Only work on the shared system is here: an agency that does not use it shows as none.
-- note:        (ssd) The standard has episodes of early help: each is taken as one assessment.
-- standard:    Working Together to Safeguard Children: early help
-- source:      Ofsted, Annex A list 2; Association of Directors of Children's Services, Safeguarding Pressures
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): started
-- series:      completed: completed
--   placed:    flow: the day it was completed
--   met:       each early help assessment that was completed in the month, one for each child
--   needs:     early_help_episodes.start_date, early_help_episodes.end_date (may be blank)
--   note:      The directors' association counts these.
--   note:      One completed before it started is an error: it is counted nowhere.
-- order:       1
-- why:         Is help arriving before social care?
-- status:      Statutory guidance
-- guidance:    Working Together
-- reference:   Working Together to Safeguard Children
-- breakdowns:  lead agency, locality, ward, age, ethnic group, level of need
-- trap:        Started, completed or open
--   rule:      Started; completed as series (ADCS counts completed)
-- trap:        Family or child
--   rule:      A child
-- trap:        Only council-led work is on the system
--   rule:      The organisation that led it is a split, so that who is missing shows
-- published:   2013-14: 107 to 136 completed per 10,000 (without / with later family hub funding); 164 to 197 in
--              2015-16
--   source:    Association of Directors of Children’s Services, Safeguarding Pressures, phase 9
-- published:   2023-24: 231 to 288 per 10,000
--   source:    Association of Directors of Children’s Services, Safeguarding Pressures, phase 9

select
    'bare'       as series,
    child_key,
    episode_id   as case_id,
    start_date   as on_date,
    null         as team,
    null         as worker,
    true         as met,
    null         as value,
    organisation as detail
from early_help_episodes
where end_date is null or end_date >= start_date
union all
select 'completed', child_key, episode_id, end_date, null, null, true, null, organisation
from early_help_episodes
where end_date >= start_date;
