-- title:       Children waiting for an adoptive family
-- asks:        How many children may be adopted and have no family yet, and how long have they waited?
-- shows:       count, children, lower is better
-- placed:      stock: each month end
-- met:         each child with a placement order who is not placed for adoption, while the plan is adoption
-- leaves out:  children for whom the plan has changed away from adoption; those placed or adopted by the day
-- clock:       calendar months since the placement order
-- needs:       permanence.placement_order_date (may be blank), permanence.placed_for_adoption_date (may be blank),
--                permanence.adoption_order_date (may be blank), permanence.decision_reversed_date (may be blank)
-- detail:      time since the placement order
-- note:        A child who is fostered by those who hope to adopt waits until the placement becomes an adoptive one.
-- note:        Read it with the plans that change away from adoption: they end a wait without a family.
-- standard:    Statutory guidance on adoption: matched within six months of the decision
-- source:      Statutory guidance on adoption (2013); the field's own count
-- act on:      met, longest first: waiting
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      waiting (headline): with a placement order
-- series:      decision_only: decided, and no placement order yet
--   met:       each child whom the agency decided to place for adoption, and for whom no court has made the order
--   clock:     calendar months since the decision
--   detail:    time since the decision
--   needs:     permanence.adm_decision_date, permanence.placement_order_date (may be blank),
--                permanence.placed_for_adoption_date (may be blank), permanence.adoption_order_date (may be blank),
--                permanence.decision_reversed_date (may be blank)
-- series:      reversed: plan changed away from adoption in the month
--   act on:    nobody
--   shows:     count, children, neither is better
--   placed:    flow: the day of the decision
--   met:       each child for whom it was decided that they should no longer be placed for adoption
--   leaves out: nothing
--   clock:     none
--   detail:    why the plan changed
--   needs:     permanence.decision_reversed_date, permanence.decision_reversed_reason (may be blank)
-- order:       4
-- why:         Live queue, by length of wait
-- status:      None
-- guidance:    Match within 6 months of the decision
-- reference:   Department for Education, adoption statutory guidance, 2013
-- breakdowns:  age, sex, ethnic group, sibling group, disability
-- trap:        Decision without order counted
--   rule:      Order needed; decision-only is its own band
-- trap:        Plans that were given up
--   rule:      Shown with timeliness
-- published:   31 Mar 2015: 2,970 children with an order not placed, England
--   source:    Family Law Week, Adoption Leadership Board data, 2015

with over_on as (
    select p.*, least(
        coalesce(placed_on, date '9999-12-31'), coalesce(adopted_on, date '9999-12-31'), coalesce(reversed_on, date '9999-12-31')
    ) as over_on
    from adoption_path p
),

spell as (
    select 'waiting' as series, ordered_on as since, over_on as until, child_key, case_id, team, worker
    from over_on
    where ordered_on is not null
    union all
    select 'decision_only', decided_on, least(coalesce(ordered_on, date '9999-12-31'), over_on), child_key, case_id, team, worker
    from over_on
    where decided_on is not null
)

-- In the team that held the child on the day looked at, where the source says it of every day.
select
    s.series, s.child_key, s.case_id, m.last_day as on_date,
    case when spells.held then h.team else s.team end as team,
    case when spells.held then h.worker else s.worker end as worker,
    true as met, m.last_day - since as value,
    case
        when months_later(since, 6) > m.last_day then 'Under 6 months'
        when months_later(since, 12) > m.last_day then '6 to under 12 months'
        when months_later(since, 18) > m.last_day then '12 to under 18 months'
        else '18 months or more'
    end as detail
from spell s
join reporting_month m on s.since <= m.last_day and s.until > m.last_day
cross join (select count(*) > 0 as held from holder_month) spells
left join holder_month h on h.child_key = s.child_key and h.last_day = m.last_day
union all
select
    'reversed', p.child_key, case_id, reversed_on,
    case when spells.held then h.team else p.team end,
    case when spells.held then h.worker else p.worker end,
    true, reversed_on - decided_on,
    case decision_reversed_reason
        when 'RD1' then 'The child’s needs changed'
        when 'RD2' then 'The court made no placement order'
        when 'RD3' then 'No adopters were found'
        when 'RD4' then 'Another reason'
    end
from adoption_path p
cross join (select count(*) > 0 as held from child_holder) spells
left join child_holder h on h.child_key = p.child_key and h.from_date <= p.reversed_on and h.to_date >= p.reversed_on
where reversed_on is not null;
