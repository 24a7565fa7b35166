-- Children looked after, from the Standard Safeguarding Dataset. Child-level. After `workforce.sql` and `need.sql`, whose
-- macros it takes.
--
-- An episode lasts while neither legal status nor placement changes; the episodes of a period of care share one id.

-- Who came without parents or guardians, and from when to when it was so.
create temp table ssd_unaccompanied as
select person.child_key, immi_immigration_status_start_date as start_date, immi_immigration_status_end_date as end_date
from ssd_immigration_status
join person on person.person_id = immi_person_id
where regexp_matches(immi_immigration_status, 'unaccompanied|\buasc\b', 'i');

-- PERIODS OF CARE (clarification Q12). A period began on the day that its episodes give for it, which may be before the
-- days that are held. It goes on while its last episode does, and after an end with X1, whose next episode is not there.
create temp table ssd_period as
with episode as (
    select person.child_key, e.*,
        row_number() over story as nth,
        coalesce(clae_cla_id, cast(clae_entered_care_date as text), clae_cla_episode_id, cast(e.rowid as text)) as period
    from ssd_cla_episodes e
    join person on person.person_id = e.clae_person_id
    window story as (
        partition by person.child_key order by clae_cla_episode_start_date, clae_cla_episode_ceased_date nulls last, e.rowid
    )
),
whole as (
    select child_key, period, min(clae_cla_id) as row_id,
        least(min(clae_cla_episode_start_date), min(clae_entered_care_date)) as start_date,
        case when arg_max(coalesce(clae_cla_episode_ceased_reason, ''), nth) <> 'X1' then
            arg_max_null(clae_cla_episode_ceased_date, nth)
        end as end_date,
        arg_max_null(clae_cla_episode_ceased_reason, nth) as last_reason,
        arg_min_null(clae_cla_episode_start_reason, nth) as first_reason,
        arg_min_null(clae_cla_primary_need_code, nth) as primary_need_code,
        max(clae_cla_last_iro_contact_date) as last_iro_contact_date,
        arg_min(file, nth) as file, arg_min(sheet, nth) as sheet, arg_min(row_number, nth) as row_number
    from episode
    group by child_key, period
)
select w.*,
    row_number() over (partition by child_key, start_date order by end_date nulls last, period) as nth
from whole w;

-- The aims of the latest care plan of the period. Several at once are planning in parallel.
create temp table ssd_aim as
with aim as (
    select person.child_key, seen, lacp_cla_care_plan_start_date, lacp_cla_care_plan_end_date, plan
    from (
        select *, rowid as seen, unnest(flags_of(lacp_cla_care_plan_json)) as flag
        from ssd_cla_care_plan
    ) as c
    join person on person.person_id = c.lacp_person_id
    join (
        values ('REMAINSUP', 'return_to_family'), ('RETURN1M', 'return_to_family'), ('RETURN6M', 'return_to_family'),
            ('RETURNEV', 'return_to_family'), ('LTRELFR', 'other'), ('LTFOST18', 'long_term_fostering'),
            ('RESPLMT', 'long_term_residential'), ('SUPPLIV', 'supported_living'), ('ADOPTION', 'adoption'), ('OTHERPLN', 'other')
    ) as aims (flag, plan) using (flag)
)
select child_key, seen, any_value(lacp_cla_care_plan_start_date) as start_date, any_value(lacp_cla_care_plan_end_date) as end_date,
    case when count(distinct plan) = 1 then any_value(plan) else 'other' end as permanence_plan
from aim
group by child_key, seen;

insert into cla_periods
with plan as (
    select p.child_key, p.period, a.permanence_plan
    from ssd_period p
    join ssd_aim a on a.child_key = p.child_key
        and (a.start_date is null or p.end_date is null or a.start_date <= p.end_date)
        and (a.end_date is null or a.end_date >= p.start_date)
    qualify row_number() over (partition by p.child_key, p.period order by a.start_date desc nulls last, a.seen) = 1
),
-- The first of them. One that began before the period is a plan from an earlier one that was still in force.
first_plan as (
    select p.child_key, p.period, min(greatest(a.start_date, p.start_date)) as planned_on
    from ssd_period p
    join ssd_aim a on a.child_key = p.child_key
        and (p.end_date is null or a.start_date <= p.end_date)
        and (a.end_date is null or a.end_date >= p.start_date)
    where a.start_date is not null
    group by p.child_key, p.period
)
select ssd_id('cla', p.child_key, p.start_date, p.nth), p.child_key, p.start_date, p.end_date,
    case when p.end_date is not null then p.last_reason end, p.first_reason = 'S', p.primary_need_code,
    case
        when exists (
            select 1 from ssd_unaccompanied u
            where u.child_key = p.child_key
                and (u.start_date is null or p.end_date is null or u.start_date <= p.end_date)
                and (u.end_date is null or u.end_date >= p.start_date)
        ) then true
        when exists (select 1 from ssd_immigration_status) then false
    end,
    null, p.last_iro_contact_date, plan.permanence_plan, first_plan.planned_on, null, null, null, null, null, s.team, s.worker,
    p.file, p.sheet, p.row_number
from ssd_period p
left join plan on plan.child_key = p.child_key and plan.period = p.period
left join first_plan on first_plan.child_key = p.child_key and first_plan.period = p.period
left join primary_spell s on s.child_key = p.child_key
    and s.from_date <= looked_at(p.end_date) and coalesce(s.to_date, date '9999-12-31') >= looked_at(p.end_date)
order by p.child_key, p.start_date, p.nth;

-- The period that something of a day belongs to, by the period's id where the row has it, else by the day: the latest
-- that had begun and was not over.
create temp table ssd_dated as
select 'legal_status' as what, l.rowid as seen, person.child_key, l.lega_legal_status_start_date as day, null as row_id
from ssd_legal_status l join person on person.person_id = l.lega_person_id
union all
select 'placement', c.rowid, person.child_key, c.clap_cla_placement_start_date, c.clap_cla_id
from ssd_cla_placement c join person on person.person_id = c.clap_person_id
union all
select 'visit', v.rowid, person.child_key, v.clav_cla_visit_date, v.clav_cla_id
from ssd_cla_visits v join person on person.person_id = v.clav_person_id
union all
select 'review', r.rowid, p.child_key, r.clar_cla_review_date, r.clar_cla_id
from ssd_cla_reviews r join (select distinct child_key, row_id from ssd_period) p on p.row_id = r.clar_cla_id
union all
select 'health', h.rowid, person.child_key, h.clah_health_check_date, null
from ssd_cla_health h join person on person.person_id = h.clah_person_id;

create temp table ssd_in_period as
with by_id as (
    select d.what, d.seen, d.child_key, p.start_date, p.nth
    from ssd_dated d
    join ssd_period p on p.child_key = d.child_key and p.row_id = d.row_id
    qualify row_number() over (partition by d.what, d.seen order by p.start_date desc nulls last, p.nth) = 1
),
by_day as (
    select d.what, d.seen, d.child_key, p.start_date, p.nth
    from ssd_dated d
    anti join by_id i on i.what = d.what and i.seen = d.seen
    left join ssd_period p on p.child_key = d.child_key
        and p.start_date <= d.day and coalesce(p.end_date, date '9999-12-31') >= d.day
    qualify row_number() over (partition by d.what, d.seen order by p.start_date desc nulls last, p.nth) = 1
)
select what, seen, child_key, ssd_id('cla', child_key, start_date, nth) as cla_id
from (from by_id union all from by_day) as found;

insert into legal_status
select i.child_key, i.cla_id, lega_legal_status, lega_legal_status_start_date, lega_legal_status_end_date, file, sheet, row_number
from ssd_in_period i
join ssd_legal_status l on l.rowid = i.seen
where i.what = 'legal_status' and lega_legal_status is not null
order by i.child_key, lega_legal_status_start_date, i.seen;

-- The carer stayed where the episode that began says so (T, U), or the placement that ended (PLACE).
insert into cla_placement
with same_carer as (
    select child_key, clae_cla_episode_start_date as day
    from ssd_cla_episodes
    join person on person.person_id = clae_person_id
    where clae_cla_episode_start_reason in ('T', 'U')
    union
    select child_key, clap_cla_placement_end_date
    from ssd_cla_placement
    join person on person.person_id = clap_person_id
    where clap_cla_placement_change_reason = 'PLACE'
)
select i.child_key, i.cla_id, clap_cla_placement_start_date, clap_cla_placement_end_date, clap_cla_placement_type,
    clap_cla_placement_provider, clap_cla_placement_postcode, clap_cla_placement_urn, null, null,
    s.child_key is not null, clap_cla_placement_distance, file, sheet, row_number
from ssd_in_period i
join ssd_cla_placement c on c.rowid = i.seen
left join same_carer s on s.child_key = i.child_key and s.day = clap_cla_placement_start_date
where i.what = 'placement'
order by i.child_key, clap_cla_placement_start_date, i.seen;

insert into cla_visits
select i.child_key, i.cla_id, clav_cla_visit_date, clav_cla_visit_seen, file, sheet, row_number
from ssd_in_period i
join ssd_cla_visits v on v.rowid = i.seen
where i.what = 'visit'
order by i.child_key, clav_cla_visit_date, i.seen;

insert into cla_reviews
select i.child_key, i.cla_id, clar_cla_review_date, clar_cla_review_due_date, file, sheet, row_number
from ssd_in_period i
join ssd_cla_reviews r on r.rowid = i.seen
where i.what = 'review' and clar_cla_review_date is not null and not coalesce(clar_cla_review_cancelled, false)
order by i.child_key, clar_cla_review_date, i.seen;

-- CHECKS that were done; what kind it was is said in a council's own words.
insert into cla_health
select i.child_key, i.cla_id, case when clah_health_check_type ilike '%dent%' then 'dental' else 'health' end,
    clah_health_check_type, clah_health_check_date, file, sheet, row_number
from ssd_in_period i
join ssd_cla_health h on h.rowid = i.seen
where i.what = 'health' and clah_health_check_date is not null and coalesce(clah_health_check_status, 'completed') = 'completed'
    and regexp_matches(clah_health_check_type, 'dent|health|medical|assessment|\b[ir]ha\b', 'i')
order by i.child_key, clah_health_check_date, i.seen;

insert into sdq_scores
select person.child_key, csdq_sdq_completed_date, try_cast(csdq_sdq_score as integer), csdq_sdq_reason, q.file, q.sheet, q.row_number
from ssd_sdq_scores q
join person on person.person_id = q.csdq_person_id
order by person.child_key, csdq_sdq_completed_date, q.rowid;

-- MISSING, and whether there was an interview on the child's return
insert into missing_episodes
select ssd_id('mis', child_key, miss_missing_episode_start_date, nth), child_key, miss_missing_episode_start_date,
    miss_missing_episode_end_date, miss_missing_episode_type, file, sheet, row_number
from known_missing
order by child_key, miss_missing_episode_start_date, nth;

insert into missing_interviews
select ssd_id('mis', child_key, miss_missing_episode_start_date, nth), child_key, miss_missing_rhi_offered, miss_missing_rhi_accepted,
    file, sheet, row_number
from known_missing
where miss_missing_rhi_offered is not null or miss_missing_rhi_accepted is not null
order by child_key, miss_missing_episode_start_date, nth;

-- CARE LEAVERS, those to whom something is still owed: the latest row of each.
insert into care_leavers
select person.child_key, clea_care_leaver_eligibility,
    case
        when person.child_key in (select child_key from ssd_unaccompanied) then true
        when exists (select 1 from ssd_immigration_status) then false
    end,
    clea_care_leaver_in_touch, clea_care_leaver_latest_contact, clea_care_leaver_accommodation, clea_care_leaver_accom_suitable,
    clea_care_leaver_activity, clea_pathway_plan_review_date, worker_called(clea_care_leaver_personal_advisor),
    team_called(clea_care_leaver_allocated_team), worker_called(clea_care_leaver_worker_id), c.file, c.sheet, c.row_number
from ssd_care_leavers c
join person on person.person_id = c.clea_person_id
where clea_care_leaver_eligibility is distinct from 'none'
qualify row_number() over (partition by person.child_key order by clea_care_leaver_latest_contact desc nulls last, c.rowid) = 1
order by person.child_key;

-- ADOPTION. The table holds other orders of permanence too: those are told by the end of care.
insert into permanence
select person.child_key, null, c.start_date, perm_adm_decision_date, perm_placement_order_date, perm_matched_date,
    perm_placed_for_adoption_date, case when perm_permanence_order_type = 'adoption' then perm_permanence_order_date end,
    perm_decision_reversed_date, perm_decision_reversed_reason, perm_placed_ffa_cp_date,
    perm_adopted_by_carer_flag, perm_placed_foster_carer_date, p.file, p.sheet, p.row_number
from ssd_permanence p
join person on person.person_id = p.perm_person_id
left join (
    select child_key, row_id, min(start_date) as start_date
    from ssd_period
    group by child_key, row_id
) c on c.child_key = person.child_key and c.row_id = p.perm_cla_id
where perm_permanence_order_type = 'adoption'
    or coalesce(perm_adm_decision_date, perm_placement_order_date, perm_matched_date, perm_placed_for_adoption_date, perm_placed_ffa_cp_date) is not null
order by person.child_key, p.rowid;

drop table ssd_in_period;
drop table ssd_dated;
drop table ssd_aim;
drop table ssd_period;
drop table ssd_unaccompanied;
