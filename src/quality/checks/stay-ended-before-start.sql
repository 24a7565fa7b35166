-- title:     Placements, legal statuses, missing episodes and early help that ended before they began
-- severity:  warning
-- does:      Counts as over before it began: left out of measures of them
-- to do:     Correct the day it began or the day it ended in the case system, and load again
-- any of:    cla_placement.end_date, legal_status.end_date, missing_episodes.end_date, early_help_episodes.end_date

select
    'cla_placement' as table_name, child_key, cast(null as text) as case_id, end_date as on_date,
    'Placement began ' || start_date || ', ended ' || end_date as what,
    file, sheet, row_number
from cla_placement
where end_date < start_date
union all
select
    'legal_status', child_key, null, end_date, 'Legal status began ' || start_date || ', ended ' || end_date,
    file, sheet, row_number
from legal_status
where end_date < start_date
union all
select
    'missing_episodes', child_key, episode_id, end_date, 'Missing from ' || start_date || ', back ' || end_date,
    file, sheet, row_number
from missing_episodes
where end_date < start_date
union all
select
    'early_help_episodes', child_key, episode_id, end_date, 'Began ' || start_date || ', ended ' || end_date,
    file, sheet, row_number
from early_help_episodes
where end_date < start_date;
