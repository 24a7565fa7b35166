-- title:       Child in need reviews held in time
-- asks:        Are plans of help looked at again, so that they do not drift?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end
-- met:         no review is overdue: the first is due within 6 weeks of the plan's start, each next one 12 weeks after the last
-- counts:      children on a child in need plan whose first review has fallen due
-- leaves out:  plans younger than 6 weeks; children looked after or on a child protection plan
-- clock:       calendar weeks from the plan's start, then from the review before
-- needs:       cin_plans.start_date, cin_plans.end_date (may be blank), cin_assessments.auth_date (may be blank),
--                cin_assessments.outcome_nfa (ssd), cin_episodes.referral_date, cin_episodes.close_date (may be blank),
--                need_plan_reviews.held_on, need_plan_reviews.agencies (may be blank), need_plan_reviews.decision (may be blank)
-- detail:      whether the plan was reviewed before
-- note:        There is no figure before the reviews reach twelve weeks back: an earlier one could not be seen.
-- note:        A visit is no review: a review needs who came from other agencies, or what it decided.
-- note:        How often differs from council to council, 4 to 12 weeks: 6 and then 12 is the setting here.
-- standard:    Working Together to Safeguard Children says that plans are reviewed regularly; how often is local
-- source:      Working Together to Safeguard Children; Sefton children in need procedures
-- act on:      not met, longest first: not reviewed in time
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       5
-- why:         Plans that are not reviewed drift
-- status:      Local
-- guidance:    Working Together says review regularly; interval local
-- reference:   Working Together to Safeguard Children
-- reference:   Sefton children’s services procedures
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        A visit relabelled as a review
--   rule:      A visit is no review: it takes other agencies, or what was decided
-- trap:        Interval differs by council (4 to 12 weeks)
--   rule:      The interval is printed with the figure
-- clock drawn: 42 days from 2015-01-05
--   starts:    the plan starts
--   ends:      it is reviewed for the first time
-- clock drawn: 84 days from 2015-02-13
--   starts:    the plan is reviewed
--   ends:      it is reviewed again

select
    'bare' as series, child_key, case_id, last_day as on_date, team, worker,
    last_day <= due_on as met,
    last_day - coalesce(latest_on, started_on) as value,
    case when latest_on is null then 'not reviewed yet' else 'reviewed before' end as detail
from need_plan_review_due
where last_day >= started_on + 42;
