-- title:       Recruitment under way
-- asks:        Who is coming, and when will the gaps be filled?
-- shows:       total, posts, neither is better
-- placed:      stock: the day of the files
-- met:         places in rounds of recruitment, by the stage each has come to
-- leaves out:  rounds that the template does not hold
-- clock:       none
-- needs:       recruitment.stage, recruitment.places
-- splits:      team, detail
-- detail:      the stage
-- note:        Only someone who has started fills a post: an offer fills none. A peripatetic worker who covers a post leaves it vacant.
-- note:        The template says how far each round has come, and not when it came to each stage: earlier months are in earlier loads.
-- small numbers: SN3
-- standard:    none; local
-- source:      local
-- lists:       round of recruitment, rounds of recruitment
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      stage (headline): places by stage
-- series:      starts_over_offers: starts for each offer
--   shows:     ratio over the rest, %, higher is better
--   placed:    flow: the day of the first offer
--   met:       how many have started
--   counts:    how many were offered a post, in rounds that first offered one in the month
--   leaves out: rounds without an offer; who has not started yet counts as not started
--   detail:    the terms
--   needs:     recruitment.offered_on, recruitment.offered, recruitment.started (may be blank)
-- series:      days: advert to start, middle round
--   act on:    all, longest first: counted, the longest first
--   shows:     median, days, lower is better
--   placed:    flow: the day the first of the round started
--   met:       calendar days from the advert to the first start
--   counts:    rounds of which the first started in the month
--   leaves out: rounds without an advert; a start before its advert, which is an error
--   clock:     calendar days from the day the advert opened to the day the first started
--   detail:    the terms
--   needs:     recruitment.advertised_on, recruitment.started_on
-- series:      days_p90: advert to start, nine rounds in ten
--   act on:    all, longest first: counted, the longest first
--   shows:     90th percentile, days, lower is better
--   placed:    flow: the day the first of the round started
--   met:       calendar days from the advert to the first start
--   counts:    rounds of which the first started in the month
--   leaves out: rounds without an advert; a start before its advert, which is an error
--   clock:     calendar days from the day the advert opened to the day the first started
--   detail:    the terms
--   needs:     recruitment.advertised_on, recruitment.started_on
-- series:      forecast: vacancies in three months, if nothing changes
--   act on:    all, highest first: counted, the most posts first
--   shows:     difference, full-time posts, lower is better
--   met:       posts that nobody permanent is in, less permanent starts that are agreed for the next three months
--   leaves out: who may leave meanwhile; starts that no one has accepted; temporary, interim and peripatetic starts
--   detail:    what adds or takes away
--   needs:     posts.state, posts.from_on, posts.to_on (may be blank), recruitment.start_planned_on, recruitment.places
-- order:       11
-- why:         Vacancy is a forecast, not just a fact
-- status:      Local
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  team, grade, post type
-- trap:        Offers counted as filled
--   rule:      Only starts
-- trap:        Peripatetic workers counted as extra while filling vacancies
--   rule:      The cover they gave moves with them

with round as (
    select r.*, x.as_at
    from recruitment r
    cross join extract x
)

select
    'stage' as series, 0 as child_key, recruitment_id as case_id, as_at as on_date, team, cast(null as text) as worker,
    true as met, places as value, upper(substr(stage, 1, 1)) || substr(stage, 2) as detail
from round
where stage is not null
union all
select 'starts_over_offers', 0, recruitment_id, offered_on, team, null, s.is_start, case when s.is_start then coalesce(started, 0) else offered end, upper(substr(kind, 1, 1)) || substr(kind, 2)
from round
cross join (select true as is_start union all select false) s
where offered_on <= as_at and offered > 0
union all
select s.series, 0, recruitment_id, started_on, team, null, true, started_on - advertised_on, upper(substr(kind, 1, 1)) || substr(kind, 2)
from round
cross join (select 'days' as series union all select 'days_p90') s
where started_on <= as_at and started_on >= advertised_on
union all
select 'forecast', 0, p.post_spell_id, x.as_at, p.team, p.worker, true, p.fte, 'Vacant now'
from social_work_post p
cross join extract x
where p.state <> 'permanent' and not p.of_taskforce
    and p.from_on <= x.as_at and (p.to_on is null or p.to_on >= x.as_at) and p.created_on <= x.as_at
union all
select 'forecast', 0, recruitment_id, as_at, team, null, true, -places, 'A start that is agreed'
from round
where kind = 'permanent'
    and stage in ('offered', 'start day set')
    and start_planned_on > as_at and start_planned_on <= months_later(as_at, 3);
