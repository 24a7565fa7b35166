-- title:       Step-up from early help to social care
-- asks:        How often is early help not enough?
-- shows:       rate, %, neither is better
-- placed:      flow: the day early help ended
-- met:         the child was referred to social care, and taken on, during early help or within three months of its end
-- counts:      episodes of early help that ended in the month
-- leaves out:  referrals with no further action; news about a child already open
-- clock:       calendar months from the end of early help
-- needs:       early_help_episodes.end_date (may be blank), early_help_episodes.start_date, referrals.referral_date,
--                referrals.nfa, cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- detail:      the organisation that led it
-- note:        The last three months may still rise: their three months are not over.
-- note:        A referral decides, not the reason written at the end: where they differ the record is at fault.
-- note:        (annex-a) Annex A has assessments of early help: each is taken as one episode.
-- standard:    none
-- source:      our own; Association of Directors of Children's Services, Safeguarding Pressures
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       2
-- why:         Safety valve; too many or too few is a warning
-- status:      None
-- breakdowns:  lead agency, locality, team
-- trap:        An end reason that speaks of a referral, or a referral
--   rule:      Actual referral; gap is a data-quality item
-- trap:        Assessment and episode used as the unit
--   rule:      Episode
-- published:   2015-16: 13% of activities after assessment
--   source:    Association of Directors of Children’s Services, Safeguarding Pressures, phase 9
-- published:   2023-24: 7%
--   source:    Association of Directors of Children’s Services, Safeguarding Pressures, phase 9
-- clock drawn: 3 months from 2014-11-30
--   starts:    early help ends
--   ends:      the child is referred to social care
--   after:     not counted

with ended as (
    select e.*
    from early_help_episodes e
    cross join extract x
    where e.end_date >= e.start_date and e.end_date <= x.as_at
)

select
    'bare'         as series,
    e.child_key,
    e.episode_id   as case_id,
    e.end_date     as on_date,
    null           as team,
    null           as worker,
    exists (
        select 1 from counted_referral r
        where r.child_key = e.child_key and not coalesce(r.nfa, false)
            and r.referral_date between e.start_date and months_later(e.end_date, 3)
    )              as met,
    null           as value,
    e.organisation as detail
from ended e;
