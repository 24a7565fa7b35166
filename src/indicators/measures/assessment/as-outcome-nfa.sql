-- title:       Assessments ending with the child not in need
-- asks:        How many families do we assess for nothing?
-- shows:       rate, %, lower is better
-- placed:      flow: the day of the referral
-- met:         taken on, and closed after assessment with nothing further (RC8) or to early help (RC9)
-- counts:      referrals received in the month
-- leaves out:  from those met: referrals with no further action, and any with a section 47 enquiry or a protection plan
-- clock:       none
-- needs:       referrals.referral_date, referrals.nfa, cin_episodes.referral_date, cin_episodes.close_date (may be blank),
--                cin_episodes.close_reason (may be blank), cin_assessments.start_date, s47_enquiry.start_date
-- note:        The share of referrals and the share of assessments are two things: never read one against the other.
-- standard:    none
-- source:      Department for Education, children in need census guide: reasons for closing
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      dfe: share of referrals
--   note:      Referrals of late months may not be closed yet: their share rises for as long as an assessment takes.
--   note:      (annex-a) List 6 may hold a child's latest episode alone, so older months are too low.
-- series:      local: share of authorised assessments
--   placed:    flow: the day a manager authorised it
--   met:       assessed as needing no social care support, and no section 47 enquiry began while it was under way
--   counts:    assessments authorised in the month
--   leaves out: work not finished
--   needs:     cin_assessments.start_date, cin_assessments.auth_date (may be blank), cin_assessments.outcome_nfa,
--                s47_enquiry.start_date
--   note:      A blank is not "no support needed".

-- The episode of need that a referral opened is that of its own day.
with closed_after as (
    select distinct r.referral_id
    from counted_referral r
    join cin_episodes e on e.child_key = r.child_key and e.referral_date = r.referral_date
    cross join extract x
    where not coalesce(r.nfa, false) and e.close_reason in ('RC8', 'RC9')
        and e.close_date >= e.referral_date and e.close_date <= x.as_at
        and exists (
            select 1 from cin_assessments a
            where a.child_key = e.child_key and a.start_date between e.referral_date and e.close_date
        )
        and not exists (
            select 1 from s47_enquiry s
            where s.child_key = e.child_key and s.start_date between e.referral_date and e.close_date
        )
        and not exists (
            select 1 from cp_plans p
            where p.child_key = e.child_key and p.start_date <= e.close_date
                and (p.end_date is null or p.end_date >= e.referral_date)
        )
),

assessed as (
    select a.*, exists (
        select 1 from s47_enquiry s
        where s.child_key = a.child_key and s.start_date between a.start_date and a.auth_date
    ) as had_enquiry
    from cin_assessments a
    cross join extract x
    where a.auth_date >= a.start_date and a.auth_date <= x.as_at
)

select
    'dfe'                     as series,
    r.child_key,
    r.referral_id             as case_id,
    r.referral_date           as on_date,
    r.team,
    r.worker,
    c.referral_id is not null as met,
    null                      as value
from counted_referral r
left join closed_after c on c.referral_id = r.referral_id
union all
select 'local', child_key, assessment_id, auth_date, team, worker, coalesce(outcome_nfa, false) and not had_enquiry, null
from assessed;
