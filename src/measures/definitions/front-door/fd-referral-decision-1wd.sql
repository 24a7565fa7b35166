-- title:       Referrals with a decision within one working day
-- asks:        Does someone qualified decide by the next day what a referral needs?
-- shows:       rate, %, higher is better
-- placed:      flow: the day of the referral
-- met:         the contact it came through was decided no later than the end of the next working day
-- counts:      referrals received in the month
-- leaves out:  news about a child already open; transfers-in and post-adoption records
-- clock:       working days from the day the contact was received; the day after is day 1, so that of a Saturday is Monday
-- needs:       contact_decisions.received_at, contact_decisions.decided_at (may be blank), referrals.referral_date,
--                cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- note:        No file holds the day of the decision on a referral. It is that of the contact it came through: the child's
--                latest with the outcome "referral" of the seven days up to the referral.
-- note:        A referral that came through no such contact, or through one whose time nobody wrote down, is not met.
-- note:        Referrals before the first contact of the template are not here.
-- note:        (annex-a) Transfers-in and post-adoption records cannot be told apart in Annex A: none is left out.
-- standard:    Working Together to Safeguard Children: within one working day a qualified worker decides on the response
-- source:      Department for Education, children in need census guide
-- act on:      not met, longest first: not decided in time
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       7
-- why:         Statutory clock on the council’s first safeguarding decision
-- status:      Statutory guidance
-- guidance:    Working Together: within one working day of a referral a qualified worker decides the type of response
--              and acknowledges the referrer
-- reference:   Working Together to Safeguard Children
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- breakdowns:  team, worker, locality, service, source
-- trap:        Contact and referral created together by the case system so the decision always looks instant
--   rule:      Time from contact receipt when the referral came through a contact
-- trap:        Referral on a Saturday
--   rule:      Day 1 is Monday (or next working day)
-- clock drawn: 1 working day from 2015-01-03
--   starts:    the referral is received
--   ends:      it is decided

with contact as (
    select d.child_key, d.received_at, cast(d.received_at as date) as received_on,
        case when cast(d.decided_at as date) <= x.as_at then cast(d.decided_at as date) end as decided_on
    from contact_decisions d
    cross join extract x
    where d.outcome = 'referral'
),

through as (
    select r.referral_id, c.received_on, c.decided_on,
        row_number() over (partition by r.referral_id order by c.received_at desc, c.decided_on nulls last) as nth
    from counted_referral r
    join contact c on c.child_key = r.child_key and c.received_on between r.referral_date - 7 and r.referral_date
)

select
    'bare'          as series,
    r.child_key,
    r.referral_id   as case_id,
    r.referral_date as on_date,
    r.team,
    r.worker,
    coalesce(within_working_days(t.received_on, t.decided_on, 1), false) as met,
    working_day_number(t.received_on, t.decided_on)                      as value
from counted_referral r
left join through t on t.referral_id = r.referral_id and t.nth = 1
where r.referral_date >= (select min(cast(received_at as date)) from contact_decisions);
