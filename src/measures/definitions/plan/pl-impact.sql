-- title:       Recommendations with measured impact
-- asks:        Are children better off for what we did?
-- shows:       count, recommendations, higher is better
-- placed:      stock: each month end, to be read at quarter ends
-- met:         its measures show a change for the better that is not chance, or have met their target for three months, and audit bears it out
-- leaves out:  what neither Ofsted nor a notice asked for
-- clock:       none
-- records:     plan
-- needs:       plan_recommendation.source, plan_recommendation.known_from, plan_measure_month.month (may be blank)
-- splits:      detail
-- detail:      what its measures show
-- note:        One good month is no impact; nor is a good figure that audits contradict.
-- note:        Audit bears it out where a measure of quality assurance is bound to the recommendation and shows the same.
-- small numbers: SN0
-- standard:    local
-- source:      our own, with NHS England, Making Data Count
-- act on:      nobody
-- version:     2 (2014-04-01)   look again: 2027-11
-- order:       4
-- why:         Outputs against outcomes
-- status:      Local
-- reference:   NHS England, Making Data Count
-- breakdowns:  recommendation
-- trap:        One good month
--   rule:      It takes a change that is not chance, or three months at target
-- trap:        Data good, audit poor
--   rule:      Impact not claimed

with shown as (
    select
        r.ref,
        m.last_day,
        coalesce(bool_or(not b.is_audit and (b.is_better or b.has_held)), false) as is_shown,
        coalesce(bool_or(b.is_audit and (b.is_better or b.has_held)), false) as is_borne_out,
        coalesce(bool_or(b.is_audit and b.is_worse), false) as is_contradicted
    from plan_recommendation r
    join reporting_month m on r.known_from <= m.last_day
    left join plan_measure_month b on b.recommendation_id = r.recommendation_id and b.month = m.month
    where r.source <> 'own'
    group by r.ref, m.last_day
)

select
    'bare'                as series,
    0                     as child_key,
    ref                   as case_id,
    last_day              as on_date,
    cast(null as text)    as team,
    cast(null as text)    as worker,
    is_shown and is_borne_out and not is_contradicted as met,
    cast(null as integer) as value,
    case
        when not is_shown then 'no change for the better yet'
        when is_contradicted then 'better, but audit is worse'
        when not is_borne_out then 'better, and no audit bears it out'
        else 'better, and audit bears it out'
    end                   as detail
from shown;
