-- title:       Return interviews accepted
-- asks:        Do children who have been missing want to talk to whom we send?
-- shows:       rate, %, higher is better
-- placed:      flow: the day the child was back
-- met:         the child accepted the offer
-- counts:      interviews offered after missing episodes that ended in the month
-- leaves out:  episodes after which none was offered, or of which nobody wrote it down; children who were 18 on the return
-- clock:       none
-- needs:       return_interviews.returned_at, return_interviews.offered, return_interviews.accepted
-- note:        Of offers, not of episodes. An answer that nobody wrote down is not accepted.
-- note:        Accepted is not held: read it with the interviews within 72 hours.
-- standard:    none; children may decline
-- source:      Department for Education, statutory guidance on children who run away or go missing from home or care
-- act on:      not met, latest first: not accepted
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): of offers
-- series:      case_system: of offers, as the case system says
--   met:       the case system says that the child accepted
--   counts:    missing episodes that ended in the month after which, as the case system says, an interview was offered
--   needs:     cla_periods.start_date, cla_periods.end_date (may be blank), missing_episodes.end_date (may be blank), missing_episodes.type,
--                missing_interviews.offered, missing_interviews.accepted
-- order:       4
-- why:         Low acceptance means the wrong person or the wrong time
-- status:      None
-- guidance:    Children may decline
-- reference:   Missing People, return interviews across England 2023 to 2024
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Accepted over all episodes
--   rule:      Over offers
-- trap:        Accepted but not held
--   rule:      Held interviews are a measure of their own
-- published:   2023-24: Of those offered, from 19% to 100% were held, by council
--   source:    Missing People, return interviews across England 2023 to 2024

select
    'bare'              as series,
    child_key,
    return_interview_id as case_id,
    returned_on         as on_date,
    team,
    worker,
    coalesce(accepted, false) as met,
    null                as value
from return_interview_clock
where offered
union all
select 'case_system', child_key, episode_id, returned_on, team, worker, coalesce(accepted, false), null
from recorded_interview
where offered;
