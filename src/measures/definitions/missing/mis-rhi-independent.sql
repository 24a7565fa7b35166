-- title:       Return interviews by an independent person
-- asks:        Could the child speak to someone who neither cares for them nor holds their case?
-- shows:       rate, %, higher is better
-- placed:      flow: the day the interview was held
-- met:         held by someone who neither cares for the child nor holds the case
-- counts:      return interviews held in the month
-- leaves out:  interviews that were not held
-- clock:       none
-- needs:       return_interviews.held_at (may be blank), return_interviews.independent
-- detail:      the role of the interviewer
-- note:        Blank is not met. The child's own social worker never is, and the template has no place for a child who asked for them.
-- standard:    Statutory guidance on children who run away or go missing from home or care (2014): an independent person
-- source:      Department for Education, statutory guidance on children who run away or go missing; Ofsted, inspection of Manchester, 2014
-- act on:      not met, latest first: not held by someone independent
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       6
-- why:         Children speak more freely to someone outside their care
-- status:      Statutory guidance
-- guidance:    Independent person
-- reference:   Department for Education, guidance on children who run away or go missing, 2014
-- reference:   Ofsted, inspection of Manchester, September 2014
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Allocated social worker counted
--   rule:      Never

select
    'bare'              as series,
    child_key,
    return_interview_id as case_id,
    held_on             as on_date,
    team,
    worker,
    coalesce(independent, false) as met,
    null                as value,
    interviewer         as detail
from return_interview_clock
where held_on is not null;
