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
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): started
-- series:      completed: completed
--   placed:    flow: the day it was completed
--   met:       each early help assessment that was completed in the month, one for each child
--   needs:     early_help_episodes.start_date, early_help_episodes.end_date (may be blank)
--   note:      The directors' association counts these.
--   note:      One completed before it started is an error: it is counted nowhere.

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
