-- The way of each child for whom adoption was planned, with the team of the period of care that it began in. Nothing
-- after the as-at day has happened.
create temporary table adoption_path as
with until_now as (
    select
        p.child_key, p.entered_care_date,
        case when p.adm_decision_date <= x.as_at then p.adm_decision_date end               as decided_on,
        case when p.placement_order_date <= x.as_at then p.placement_order_date end         as ordered_on,
        case when p.matched_date <= x.as_at then p.matched_date end                         as matched_on,
        case when p.placed_for_adoption_date <= x.as_at then p.placed_for_adoption_date end as placed_on,
        case when p.adoption_order_date <= x.as_at then p.adoption_order_date end           as adopted_on,
        case when p.decision_reversed_date <= x.as_at then p.decision_reversed_date end     as reversed_on,
        p.decision_reversed_reason, p.placed_ffa_date, p.adopted_by_carer, p.placed_foster_carer_date,
        row_number() over (
            partition by p.child_key
            order by p.entered_care_date nulls last, p.adm_decision_date nulls last, p.file nulls last, p.row_number nulls last
        ) as nth
    from permanence p
    cross join extract x
)
select
    u.*,
    'ad-' || u.child_key || case when u.nth > 1 then '-' || u.nth else '' end as case_id,
    c.team,
    c.worker
from until_now u
left join (
    select child_key, start_date, min(team) as team, min(worker) as worker
    from cla_periods
    group by child_key, start_date
) c on c.child_key = u.child_key and c.start_date = u.entered_care_date;
