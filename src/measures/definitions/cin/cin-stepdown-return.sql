-- title:       Children who come back within six months of leaving a child in need plan
-- asks:        Do we close cases too soon?
-- shows:       rate, %, lower is better
-- placed:      flow: the day the case closed
-- met:         the child had a new referral 1 to 183 days after the case closed, whatever came of it
-- counts:      cases of children on a child in need plan, or assessed as needing one, that closed in the month
-- leaves out:  cases closed because the child was adopted, died, moved to another council or adult services, or came to 18
-- clock:       calendar days from the closing to the new referral
-- needs:       cin_episodes.close_date (may be blank), cin_episodes.close_reason (may be blank), referrals.referral_date,
--                cin_assessments.outcome_nfa (annex-a), cin_plans.start_date (ssd; cin-census)
-- shown:       months whose last day is past day 183
-- detail:      why the case closed
-- note:        This clock runs from the closing to a referral. That of re-referrals runs from referral to referral.
-- note:        A month has a figure once every closing in it has had its 183 days.
-- note:        (annex-a) Annex A has no plans: an assessment that found a need says who had one.
-- standard:    local: a check on closing cases to cut caseloads
-- source:      the council's own
-- act on:      met, shortest first: referred again within six months
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       9
-- why:         Tests closure decisions during a push to cut caseloads
-- status:      Local
-- guidance:    Balancing measure
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Confused with re-referral, which runs referral to referral
--   rule:      Different clock, labelled
-- clock drawn: 183 days from 2014-07-31
--   starts:    the case is closed
--   ends:      a new referral is received
--   after:     not counted

with closed as (
    select e.*
    from cin_episodes e
    join cin_plan_spell s on s.child_key = e.child_key and s.to_date = e.close_date
    join person p on p.child_key = e.child_key
    where coalesce(e.close_reason, '') not in ('RC1', 'RC2', 'RC5', 'RC6')
        and e.close_date >= e.referral_date
        and (p.dob is null or e.close_date < months_later(p.dob, 216))
),

back as (
    select c.episode_id, min(r.referral_date) as back_on
    from closed c
    join counted_referral r on r.child_key = c.child_key
    where r.referral_date > c.close_date
    group by c.episode_id
)

select
    'bare' as series, c.child_key, c.episode_id as case_id, c.close_date as on_date, c.team, c.worker,
    coalesce(b.back_on - c.close_date <= 183, false) as met,
    b.back_on - c.close_date as value,
    case c.close_reason
        when 'RC3' then 'a child arrangements order'
        when 'RC4' then 'a special guardianship order'
        when 'RC8' then 'no further action after assessment'
        when 'RC9' then 'referred to early help'
        when 'RC7' then 'no longer in need, or another reason'
        else 'not recorded'
    end as detail
from closed c
left join back b on b.episode_id = c.episode_id;
