-- Children looked after, from the episodes of the SSDA903. Child-level. The variable `as_at` is the day of the return.
--
-- An episode lasts while neither legal status nor placement changes; a period of care is of one or more. The dataset
-- has the periods, and within each the spells of one legal status and of one placement.

-- `903-cla-12-20150105`, and `903-cla-12-20150105-2` for a second one of that day.
create or replace temp macro return_id(kind, child_key, day, nth) as
    '903-' || kind || '-' || child_key || '-' || strftime(day, '%Y%m%d') || case when nth > 1 then '-' || nth else '' end;

-- The 31 March that ends the year of a day.
create or replace temp macro return_year_end(day) as
    make_date(year(day) + case when month(day) > 3 then 1 else 0 end, 3, 31);

-- THE YEAR OF EACH FILE of episodes: the one in which most of its episodes ended. A file without an end has none.
create temp table return_file as
select file, sheet, year_end
from (
    select file, sheet, return_year_end(DEC) as year_end, count(*) as ended
    from ssda903_episodes
    where DEC is not null
    group by file, sheet, return_year_end(DEC)
) as years
qualify row_number() over (partition by file, sheet order by ended desc, year_end desc) = 1;

-- THE EPISODES, each once: of one that stands in the returns of two years the newer row, and of two rows of one return
-- the one that has the end.
create temp table return_episode as
with told as (
    select person.child_key, e.*, f.year_end, e.rowid as seen
    from ssda903_episodes e
    join person on person.person_id = e.CHILD
    left join return_file f on f.file = e.file and f.sheet = e.sheet
    qualify row_number() over (
        partition by e.CHILD, e.DECOM, e.RNE, e.LS, e.PLACE
        order by f.year_end desc nulls last, e.DEC is null, e.rowid
    ) = 1
),
in_order as (
    select t.*,
        row_number() over story as nth,
        lead(t.DECOM) over story as next_began,
        max(t.DEC) over (
            partition by t.child_key order by t.DECOM, t.year_end nulls first, t.DEC nulls last, t.seen
            rows between unbounded preceding and 1 preceding
        ) as ended_before,
        (select max(year_end) from return_file) as newest_year
    from told t
    window story as (partition by t.child_key order by t.DECOM, t.year_end nulls first, t.DEC nulls last, t.seen)
)
select i.* exclude (ended_before),
    case
        when DEC is not null and (REC is distinct from 'X1' or next_began is not null or DEC < ended_before) then DEC
        -- Left open, though the child's next episode came: it had ended by then.
        when next_began is not null then next_began
        -- Open on the last night of its year, and in no later return that we hold: it was over when the next year began.
        when year_end < newest_year then greatest(year_end + 1, DEC, DECOM)
        -- It goes on. So does care after an end with X1, whose next episode is not in the file.
    end as ends_on
from in_order i;

-- THE PERIOD that each episode belongs to (clarification Q12): the child's next one where more than a night lies
-- between. An end with X1 says that care goes on, whatever days lie between, unless the next says that care started.
create temp table period_episode as
with beside_earlier as (
    select e.*,
        lag(REC) over (partition by child_key order by nth) as reason_before,
        max(coalesce(ends_on, date '9999-12-30')) over (
            partition by child_key order by nth rows between unbounded preceding and 1 preceding
        ) as ended_before
    from return_episode e
),
parted as (
    select b.*,
        sum(case
            when DECOM <= ended_before + 1 then 0
            when reason_before = 'X1' and RNE is distinct from 'S' then 0
            else 1
        end) over (partition by child_key order by nth) as period
    from beside_earlier b
),
in_period as (
    select p.*,
        min(DECOM) over (partition by child_key, period) as period_began,
        case
            when bool_or(ends_on is null) over (partition by child_key, period) then null
            else max(ends_on) over (partition by child_key, period)
        end as period_ended
    from parted p
)
select return_id('cla', child_key, period_began, 1) as cla_id, i.*
from in_period i;

-- PERIODS OF CARE. The need is that of the first episode: it is fixed when care starts. Whether a child is
-- unaccompanied is known of every child when there is a file of those who are. The worker is the last of the period
-- who has not handed it on.
insert into cla_periods
with period as (
    select cla_id, child_key, period_began, period_ended,
        arg_max(coalesce(REC, 'X1'), (ends_on, nth)) as last_reason,
        arg_min(RNE, nth) = 'S' as entered,
        arg_min(CIN, nth) as need,
        arg_min(file, nth) as file, arg_min(sheet, nth) as sheet, arg_min(row_number, nth) as row_number
    from period_episode
    group by cla_id, child_key, period_began, period_ended
),
worker as (
    select p.cla_id,
        case when p.period_ended is not null or w.SW_DEC is null or w.SW_DEC > getvariable('as_at') then w.SW_ID end as worker
    from period p
    join person on person.child_key = p.child_key
    join ssda903_social_worker w on w.CHILD = person.person_id
        and (p.period_ended is null or w.SW_DECOM <= p.period_ended)
        and (w.SW_DEC is null or w.SW_DEC >= p.period_began)
    qualify row_number() over (partition by p.cla_id order by w.SW_DECOM desc, w.rowid) = 1
)
select p.cla_id, p.child_key, p.period_began, p.period_ended,
    case when p.period_ended is not null then nullif(p.last_reason, 'X1') end,
    p.entered,
    p.need,
    case
        when p.child_key in (select child_key from person join ssda903_uasc on CHILD = person_id) then true
        when (select count(*) from ssda903_uasc) > 0 then false
    end,
    null, null, null, null, null, null, null, null, null, null, w.worker,
    p.file, p.sheet, p.row_number
from period p
left join worker w on w.cla_id = p.cla_id
order by p.child_key, p.period_began;

-- WORKERS, one after another: the return asks for the child's own alone.
insert into involvements
select person.child_key, w.SW_ID, null, null, w.SW_DECOM, w.SW_DEC, w.SW_REASON, true, w.file, w.sheet, w.row_number
from ssda903_social_worker w
join person on person.person_id = w.CHILD
qualify row_number() over (partition by person.child_key, w.SW_ID, w.SW_DECOM order by w.SW_DEC is null, w.rowid) = 1
order by person.child_key, w.SW_DECOM, w.rowid;

-- LEGAL STATUS: a spell of each for as long as it does not change.
insert into legal_status
with changed as (
    select e.*
    from period_episode e
    qualify LS is distinct from lag(LS) over (partition by cla_id order by nth)
),
spell as (
    select c.*, lead(DECOM) over (partition by cla_id order by nth) as next_spell
    from changed c
)
select child_key, cla_id, LS, DECOM, coalesce(next_spell, period_ended), file, sheet, row_number
from spell
where LS is not null
order by child_key, DECOM;

-- PLACEMENTS: one for each change of placement. L says that the legal status alone changed; one that says so and is
-- elsewhere all the same is a change too.
insert into cla_placement
with changed as (
    select e.*
    from period_episode e
    window story as (partition by cla_id order by nth)
    qualify RNE <> 'L'
        or row_number() over story = 1
        or PLACE is distinct from lag(PLACE) over story
        or PLACE_PROVIDER is distinct from lag(PLACE_PROVIDER) over story
        or PL_POST is distinct from lag(PL_POST) over story
        or URN is distinct from lag(URN) over story
),
spell as (
    select c.*, lead(DECOM) over (partition by cla_id order by nth) as next_spell
    from changed c
)
select child_key, cla_id, DECOM, coalesce(next_spell, period_ended), PLACE, PLACE_PROVIDER, PL_POST, URN, null, null,
    RNE in ('T', 'U'), null, file, sheet, row_number
from spell
order by child_key, DECOM;

-- REVIEWS: one of a child and day. Where a day lies in no period that we know, the review stands by itself.
insert into cla_reviews
select person.child_key, c.cla_id, r.REVIEW, null, r.file, r.sheet, r.row_number
from ssda903_reviews r
join person on person.person_id = r.CHILD
left join cla_periods c on c.child_key = person.child_key
    and c.start_date <= r.REVIEW and (c.end_date is null or c.end_date >= r.REVIEW)
qualify row_number() over (partition by person.child_key, r.REVIEW order by c.start_date desc nulls last, r.rowid) = 1
order by person.child_key, r.REVIEW;

-- MISSING: of one that was going on at the end of a year, and stands in the next year's return too, the newer row.
insert into missing_episodes
with once as (
    select person.child_key, m.*, m.rowid as seen
    from ssda903_missing m
    join person on person.person_id = m.CHILD
    qualify row_number() over (
        partition by person.child_key, m.MISSING, m.MIS_START order by m.MIS_END is null, m.rowid
    ) = 1
)
select return_id('mis', child_key, MIS_START, row_number() over (partition by child_key, MIS_START order by seen)),
    child_key, MIS_START, MIS_END, MISSING, file, sheet, row_number
from once
order by child_key, MIS_START;
