-- title:       Return interviews completed within 72 hours
-- asks:        When a child comes back, does someone listen within three days?
-- shows:       rate, %, higher is better
-- placed:      flow: the day the child was back
-- met:         an interview was held within 72 hours of the return
-- counts:      missing episodes of looked-after children that ended in the month
-- leaves out:  children who were 18 on the return
-- clock:       elapsed hours, nights and weekends counted; from the return to the interview; a day without a time is taken as 23:59
-- needs:       return_interviews.returned_at, return_interviews.held_at (may be blank)
-- note:        Not three working days. An interview that has not been held is not met, also where the 72 hours have not run out.
-- note:        One interview for several times missing counts for each that names it.
-- note:        Published figures are often of interviews held: the share of episodes is lower, and is the one to go by.
-- standard:    Statutory guidance on children who run away or go missing from home or care (2014): within 72 hours of the return
-- source:      Department for Education, statutory guidance on children who run away or go missing from home or care
-- act on:      not met, longest first: without an interview within 72 hours
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      of_episodes (headline): of episodes
--   chart title: Of returns in the month, the share with an interview within 72 hours
--   read with: mis-rhi-72h.of_held (flow)
--     title:   Of interviews held, the share within 72 hours: leaves out returns without an interview
--     column:  Of those held
-- series:      of_held: of interviews held
--   act on:    not met, longest first: held after 72 hours
--   counts:    interviews held after missing episodes that ended in the month
--   leaves out: episodes without an interview; children who were 18 on the return
--   chart title: Of interviews held, the share within 72 hours
--   read with: mis-rhi-72h.of_episodes (cohort)
--     title:   Of returns in the month, the share with an interview within 72 hours
--     column:  Of all returns
-- order:       5
-- why:         The test that the duty was met
-- status:      Statutory guidance
-- guidance:    Within 72 hours of return
-- reference:   Department for Education, guidance on children who run away or go missing, 2014
-- reference:   Missing People, return interviews across England 2023 to 2024
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- start at:    green 80; amber 60
-- trap:        3 working days or 72 hours
--   rule:      Clock hours
-- trap:        Date-only data
--   rule:      End of day assumed for return, flagged
-- trap:        Denominator: episodes, offers or interviews held (63% is of completed)
--   rule:      Episodes is headline; both printed
-- trap:        One council could not match 238 interviews to 685 episodes
--   rule:      One interview may cover several episodes
-- published:   2023-24: 63% within 72 hours, average of authorities
--   source:    Missing People, return interviews across England 2023 to 2024
-- clock drawn: 72 hours from 2015-02-06T23:30
--   starts:    the child comes back
--   ends:      the interview is held
-- clock drawn: 72 hours from 2015-03-27T20:00
--   starts:    the child comes back, and the clocks go forward on the Sunday
--   ends:      the interview is held

select
    s.series,
    r.child_key,
    r.return_interview_id as case_id,
    r.returned_on         as on_date,
    r.team,
    r.worker,
    coalesce(r.held_after_hours <= 72, false) as met,
    r.held_after_hours    as value
from return_interview_clock r
cross join (select 'of_episodes' as series union all select 'of_held') s
where s.series = 'of_episodes' or r.held_on is not null;
