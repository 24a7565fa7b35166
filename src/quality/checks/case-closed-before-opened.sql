-- title:     Cases closed before they opened
-- severity:  warning
-- does:      Never open, so left out of open cases, and a referral meanwhile counts as one of a child not open
-- to do:     Correct the day it opened or the day it closed in the case system, and load again
-- needs:     cin_episodes.referral_date, cin_episodes.close_date
-- repair:    cin_episodes: referral_date = close_date, close_date = referral_date

select
    'cin_episodes' as table_name, child_key, episode_id as case_id, close_date as on_date,
    'Opened ' || referral_date || ', closed ' || close_date as what,
    file, sheet, row_number
from cin_episodes
where close_date < referral_date;
