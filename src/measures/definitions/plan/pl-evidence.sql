-- title:       Completed actions with signed-off evidence
-- asks:        Can we show that what we say is done is done?
-- shows:       rate, %, higher is better
-- placed:      flow: the day the evidence was signed off; until then, the day the action was completed
-- met:         a rating of green or blue that rests on evidence in date was confirmed by someone other than the action's owner, and a measure is bound to the action or its recommendation, so that its trend can be seen
-- counts:      actions marked complete
-- leaves out:  actions that answer no recommendation and no requirement
-- clock:       none
-- records:     plan
-- needs:       plan_action.finished_on (may be blank), plan_rating.rating (may be blank)
-- splits:      detail
-- detail:      the recommendation
-- note:        A policy that has been written is no evidence of practice.
-- note:        Whether a document is an audit or the voice of families is not recorded yet: a bound measure is what shows a trend.
-- small numbers: SN0
-- standard:    local
-- source:      our own
-- act on:      not met, latest first: not confirmed
-- version:     2 (2014-04-01)   look again: 2027-11
-- order:       3
-- why:         Ofsted tests evidence, not claims
-- status:      Local
-- breakdowns:  recommendation
-- trap:        Policy written counted as evidence of practice
--   rule:      Needs at least one of: data trend, audit, child or family voice

with completed as (
    select
        a.*,
        (select min(r.on_date) from plan_rating r
         where r.action_id = a.action_id and r.step = 'confirmed' and r.rating in ('green', 'blue')
             and r.on_date >= a.finished_on and r.by_name <> a.owner
             and exists (
                 select 1 from plan_evidence e
                 where e.action_id = a.action_id and e.effective_on <= r.on_date
                     and (e.expires_on is null or e.expires_on >= r.on_date)
             )) as signed_off_on
    from plan_action a
    where a.source <> 'own' and a.progress in ('delivered', 'embedded') and a.finished_on is not null
)

select
    'bare'                                    as series,
    0                                         as child_key,
    c.ref                                     as case_id,
    coalesce(c.signed_off_on, c.finished_on)  as on_date,
    cast(null as text)                        as team,
    cast(null as text)                        as worker,
    c.signed_off_on is not null and exists (
        select 1 from plan_binding b
        where (b.action_id = c.action_id or b.recommendation_id = c.recommendation_id)
    )                                         as met,
    c.signed_off_on - c.finished_on           as value,
    c.recommendation                          as detail
from completed c
cross join extract x
where coalesce(c.signed_off_on, c.finished_on) <= x.as_at;
