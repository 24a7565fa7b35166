-- title:       Children missing from care
-- asks:        How many children in our care go missing, and who goes again and again?
-- shows:       rate, %, lower is better
-- placed:      flow: the month
-- met:         missing once or more in the month, from a day on which the child was looked after
-- counts:      children looked after on any day of the month
-- leaves out:  short breaks; episodes that began on or after the 18th birthday; being away without authorisation, which has a series of its own
-- clock:       none
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status, missing_episodes.start_date, missing_episodes.type
-- note:        An episode counts in the month in which it began, however long or short it was; one that has no end is still open.
-- note:        Authorities record missing and away differently, and many record missing alone: compare with care. The department leaves it out of its own dashboard for that.
-- standard:    a statutory collection (SSDA903); any length of time
-- source:      Department for Education, guide to the looked-after children return (SSDA903)
-- act on:      met, highest first: missing in the month
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      children (headline): children
-- series:      episodes: episodes
--   act on:    met, latest first: missing in the month
--   shows:     count, episodes, lower is better
--   placed:    flow: the day the child went missing
--   met:       each time that a looked-after child went missing
-- series:      repeat: three times or more in 90 days
--   act on:    met, highest first: missing for the third time or more
--   met:       went missing in the month for the third time, or more, in 90 days
--   note:      The first of the three is up to 90 days before the last, and the last is in the month.
-- series:      away: away without authorisation
--   act on:    met, highest first: away without authorisation
--   met:       away without authorisation once or more in the month
-- series:      12m: missing in the last twelve months
--   act on:    met, highest first: missing in the last twelve months
--   placed:    stock: each month end, and the twelve months to it
--   met:       missing once or more in the twelve months to the month end
--   counts:    children looked after on any day of the twelve months
--   needs:     cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status,
--                cla_periods.missing_12_months (annex-a), missing_episodes.start_date (ssd; ssda903), missing_episodes.type (ssd; ssda903)
--   limits:    do not apply: each point shares eleven months with the next
--   note:      There is no figure before the files hold the twelve months that it looks back on.
--   note:      (annex-a) The as-at day alone, by the case system's own count on the row; of children who left, those whom the list still has.
--   benchmark: Children_missing
--     title:   Looked after children who went missing in the year
--     gives:   %, over the year, whole
--     from:    Department for Education, Children looked after in England
--     differs: Published of all children looked after at any time in the year to 31 March.
--   benchmark: Children_Away
--     title:   Looked after children away without authorisation in the year
--     gives:   %, over the year, whole
--     from:    Department for Education, Children looked after in England
-- order:       1
-- why:         Going missing signals risk, including exploitation
-- status:      Statutory collection
-- guidance:    SSDA903; any length of time
-- reference:   Standard Safeguarding Dataset, object definitions
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort, placement type, placement
--              in/out of area
-- trap:        Missing and away are recorded differently across England; many record missing alone
--   rule:      Show both; benchmark with care
-- trap:        Absences joined to a placement, and missing episodes to the whole year
--   rule:      Child level, any placement
-- trap:        Unresolved episodes stay open
--   rule:      Open until the child is back
-- trap:        Timestamp lost, so a 20-minute absence equals a day
--   rule:      Each episode counts, however short; hours are kept where a file has them
-- trap:        The department leaves missing children off its dashboard, because of the records
--   rule:      Caveat on chart
-- published:   2014-15: 6% of children looked after in the year (first year, under-recorded)
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 11% (115,410 looked after in year; 6.8 episodes per missing child)
--   source:    Department for Education, Local Authority Interactive Tool, 2026
--   source:    Department for Education, Children looked after, missing or away
-- published:   2024-25: Of councils the lowest tenth are at or below 7, half at or below 11, and nine tenths at or
--              below 17
--   source:    Department for Education, Local Authority Interactive Tool, 2026

-- Every time that a child was missing or away while looked after. The day care ended counts, the 18th birthday does not.
with went as (
    select e.episode_id, e.child_key, e.start_date, e.type, c.cla_id, c.team, c.worker,
        row_number() over (partition by e.episode_id order by c.start_date desc, c.cla_id) as nth_row
    from missing_episodes e
    join care_period c on c.child_key = e.child_key
        and c.start_date <= e.start_date
        and c.ended_on >= e.start_date
        and coalesce(c.adult_on, date '9999-12-31') > e.start_date
    cross join extract x
    where e.start_date <= x.as_at
),

episode as (
    select w.*,
        case when w.type = 'missing' and w.start_date - lag(w.start_date, 2) over (
            partition by w.child_key, w.type order by w.start_date, w.episode_id
        ) <= 90 then true else false end as is_third
    from went w
    where w.nth_row = 1
),

-- Each child looked after on any day of a span of days, once: by the period that began last.
span as (
    select 'month' as kind, first_day, last_day from reporting_month
    union all
    select 'year', months_later(last_day, -12) + 1, last_day from reporting_month
),

looked_after as (
    select s.kind, s.first_day, s.last_day, c.child_key, c.cla_id, c.began_on, c.ended_on, c.team, c.worker,
        least(s.last_day, greatest(c.ended_on - 1, c.began_on)) as status_on,
        row_number() over (partition by s.kind, c.child_key, s.last_day order by c.start_date desc, c.cla_id) as nth_row
    from care_period c
    join span s on c.start_date <= s.last_day
        and c.ended_on >= s.first_day
        and coalesce(c.adult_on, date '9999-12-31') > s.first_day
),

child as (
    select l.*,
        case when spells.held then h.team else l.team end as held_by_team,
        case when spells.held then h.worker else l.worker end as held_by_worker
    from looked_after l
    cross join (select count(*) > 0 as held from child_holder) spells
    left join child_holder h on h.child_key = l.child_key
        and h.from_date <= least(l.last_day, l.ended_on)
    and h.to_date >= least(l.last_day, l.ended_on)
    where l.nth_row = 1
        and not exists (
            select 1 from short_break b
            where b.child_key = l.child_key
                and b.start_date <= l.status_on
                and b.end_date > l.status_on
        )
),

went_in as (
    select c.kind, c.child_key, c.last_day,
        count(case when e.type = 'missing' then 1 end) as missing,
        count(case when e.type = 'away' then 1 end) as away,
        count(case when e.is_third then 1 end) as third
    from child c
    join episode e on e.child_key = c.child_key and e.start_date between c.first_day and c.last_day
    group by c.kind, c.child_key, c.last_day
),

told as (
    select c.*, coalesce(w.missing, 0) as missing, coalesce(w.away, 0) as away, coalesce(w.third, 0) as third
    from child c
    left join went_in w on w.kind = c.kind and w.child_key = c.child_key and w.last_day = c.last_day
),

every_episode as (
    select count(*) > 0 as is_held from carried where field = 'missing_episodes.start_date'
),

by_system as (
    select child_key, max(missing_12_months) as missing
    from cla_periods
    group by child_key
)

select 'children' as series, child_key, cla_id as case_id, last_day as on_date, held_by_team as team, held_by_worker as worker, missing > 0 as met, missing as value
from told
where kind = 'month'
union all
select 'repeat', child_key, cla_id, last_day, held_by_team, held_by_worker, third > 0, missing
from told
where kind = 'month'
union all
select 'away', child_key, cla_id, last_day, held_by_team, held_by_worker, away > 0, away
from told
where kind = 'month'
union all
select
    'episodes', e.child_key, e.episode_id, e.start_date,
    case when spells.held then h.team else e.team end, case when spells.held then h.worker else e.worker end, true, null
from episode e
cross join (select count(*) > 0 as held from child_holder) spells
left join child_holder h on h.child_key = e.child_key
    and h.from_date <= e.start_date
    and h.to_date >= e.start_date
where e.type = 'missing'
union all
select
    '12m', t.child_key, t.cla_id, t.last_day, t.held_by_team, t.held_by_worker,
    coalesce(case when e.is_held then t.missing else s.missing end, 0) > 0,
    case when e.is_held then t.missing else s.missing end
from told t
cross join every_episode e
cross join extract x
left join by_system s on s.child_key = t.child_key
where t.kind = 'year'
    and case when e.is_held then x.window_from is null or t.first_day >= x.window_from else t.last_day = x.as_at end;
