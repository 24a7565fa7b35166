-- Workers, teams and whom they hold, from the Standard Safeguarding Dataset. Child-level. First of all: events name
-- workers and teams by ids, and the dataset by what people call them.

create or replace temp macro ssd_id(kind, child_key, day, nth) as
    'ssd-' || kind || '-' || child_key || '-' || strftime(day, '%Y%m%d') || case when nth > 1 then '-' || nth else '' end;

-- TEAMS AND WORKERS BY ID. Of two workers of one name each is told by the id. Some systems name workers in other tables
-- by the staff id. A share of a post is between 0 and 2; what is more is hours, or a percentage, and is not known here.
create temp table ssd_team as
select dept_team_id as team_key, coalesce(dept_team_name, dept_team_id) as team_name
from ssd_department;

create temp table ssd_worker as
with named as (
    select *, rowid as seen, coalesce(prof_professional_name, prof_staff_id, prof_professional_id) as called
    from ssd_professionals
),
told_apart as (
    select n.*,
        called || case when count(*) over (partition by called) > 1 then ' (' || prof_professional_id || ')' else '' end as worker_name
    from named n
),
by_id as (
    select 1 as place, prof_professional_id as worker_key, * from told_apart
    union all
    select 2, prof_staff_id, * from told_apart where prof_staff_id is not null
)
select worker_key, worker_name, prof_social_worker_registration_no is not null as is_registered,
    case when prof_full_time_equivalency > 0 and prof_full_time_equivalency <= 2 then cast(prof_full_time_equivalency as numeric(4, 2)) end as fte
from by_id
qualify row_number() over (partition by worker_key order by place, seen) = 1;

-- An id that stands for nobody we know of is what we call them by.
create or replace temp macro team_called(wanted) as
    coalesce((select any_value(team_name) from ssd_team where team_key = wanted), wanted);
create or replace temp macro worker_called(wanted) as
    coalesce((select any_value(worker_name) from ssd_worker where worker_key = wanted), wanted);

insert into professionals
select worker_called(prof_professional_id), prof_professional_job_title,
    prof_social_worker_registration_no is not null, w.fte, prof_agency_worker_flag, team_called(prof_professional_department),
    p.file, p.sheet, p.row_number
from ssd_professionals p
left join ssd_worker w on w.worker_key = p.prof_professional_id
order by p.rowid;

-- INVOLVEMENTS, each as it was. The primary one is the child's own worker's, by the role (clarification Q16).
insert into involvements
select person.child_key, worker_called(invo_professional_id), invo_professional_role_id, team_called(invo_professional_team),
    invo_involvement_start_date, invo_involvement_end_date, invo_worker_change_reason,
    is_primary_role(invo_professional_role_id),
    i.file, i.sheet, i.row_number
from ssd_involvements i
join person on person.person_id = i.invo_person_id
where invo_involvement_start_date is not null
order by person.child_key, invo_involvement_start_date, i.rowid;

-- WHO WAS PRIMARY on each day: of those whose involvement had begun and not ended, the day it ends included, the one that
-- began last (clarification Q20). So a child has one on a day, and an earlier one comes back when a later one is over.
create temp table primary_spell as
with primary_one as (
    select child_key, worker, team, start_date, coalesce(end_date, date '9999-12-30') as end_date, rowid as seen,
        file, sheet, row_number
    from involvements
    where is_primary and (end_date is null or end_date >= start_date)
),
turn as (
    select child_key, start_date as day from primary_one
    union
    select child_key, end_date + 1 from primary_one
),
stretch as (
    select child_key, day as from_date, lead(day) over (partition by child_key order by day) - 1 as to_date
    from turn
),
held as (
    select s.child_key, s.from_date, s.to_date, o.worker, o.team, o.seen, o.file, o.sheet, o.row_number
    from stretch s
    join primary_one o on o.child_key = s.child_key and o.start_date <= s.from_date and o.end_date >= s.to_date
    where s.to_date is not null
    qualify row_number() over (partition by s.child_key, s.from_date order by o.start_date desc, o.end_date desc, o.seen) = 1
),
parted as (
    select h.*,
        sum(case when seen = seen_before and from_date = ended_before + 1 then 0 else 1 end) over (
            partition by child_key order by from_date
        ) as nth
    from (
        select *, lag(seen) over story as seen_before, lag(to_date) over story as ended_before
        from held
        window story as (partition by child_key order by from_date)
    ) h
)
select child_key, any_value(worker) as worker, any_value(team) as team,
    min(from_date) as from_date, nullif(max(to_date), date '9999-12-30') as to_date,
    any_value(file) as file, any_value(sheet) as sheet, any_value(row_number) as row_number
from parted
group by child_key, nth;

-- The day on which the team of something that lasts is looked at: its last, or the extract's while it goes on.
create or replace temp macro looked_at(end_date) as least(coalesce(end_date, getvariable('as_at')), getvariable('as_at'));

-- Of the spell that had begun by then: its team or worker, if it was not over.
create or replace temp macro still(who, to_date, end_date) as
    case when to_date is null or to_date >= looked_at(end_date) then who end;

-- WHO HOLDS EACH CHILD, registered or not (clarification C7). A social worker has a registration number (clarification
-- Q16): of one who is in no list of workers, or where the source has no number for anybody, that is not known.
insert into allocation
select s.child_key, s.worker, s.team, w.fte, s.from_date, s.to_date,
    case when exists (select 1 from ssd_worker where is_registered) then w.is_registered end,
    s.file, s.sheet, s.row_number
from primary_spell s
left join (
    select worker_name, any_value(fte) as fte, bool_or(is_registered) as is_registered
    from ssd_worker
    group by worker_name
) w on w.worker_name = s.worker
where s.worker is not null
order by s.child_key, s.from_date;
