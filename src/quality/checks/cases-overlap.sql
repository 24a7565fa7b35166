-- title:     A case that opened before the child's last one had closed
-- severity:  warning
-- does:      A child counts once among open cases, in the team of the later one
-- to do:     Close the earlier case, or take out the one that is wrong, in the case system, and load again
-- needs:     cin_episodes.referral_date, cin_episodes.close_date

with beside_earlier as (
    select e.*,
        max(referral_date) over earlier as earlier_start,
        max(coalesce(close_date, date '9999-12-31')) over earlier as earlier_end
    from cin_episodes e
    where close_date is null or close_date >= referral_date
    window earlier as (
        partition by child_key order by referral_date, episode_id rows between unbounded preceding and 1 preceding
    )
)

select
    'cin_episodes' as table_name, child_key, episode_id as case_id, referral_date as on_date,
    'Opened ' || referral_date || ', while the case of ' || earlier_start || ' was '
        || case when earlier_end = date '9999-12-31' then 'open' else 'open until ' || earlier_end end as what,
    file, sheet, row_number
from beside_earlier
where referral_date < earlier_end and referral_date > earlier_start;
