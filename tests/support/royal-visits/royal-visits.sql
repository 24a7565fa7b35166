-- title:       Royal visits that went well
-- asks:        What do visitors find?
-- shows:       rate, %, higher is better
-- placed:      flow: the day of the visit
-- met:         visits that went well
-- counts:      royal visits
-- leaves out:  visits that were withdrawn
-- clock:       none
-- records:     royal-visits
-- needs:       royal_visit.visited_on, royal_visit.outcome
-- small numbers: SN0
-- standard:    none
-- act on:      not met, earliest first: that went badly
-- source:      our own
-- version:     1 (2015-01-01)   look again: 2027-11
-- order:       1
-- why:         A visitor sees what we no longer see
-- status:      Local
-- breakdowns:  team

select
    'bare'                 as series,
    0                      as child_key,
    v.id                   as case_id,
    v.visited_on           as on_date,
    v.team                 as team,
    cast(null as text)     as worker,
    v.outcome = 'Good'     as met,
    v.cost_pence           as value
from royal_visit v
cross join extract x
where v.visited_on <= x.as_at;
