-- title:       Quality of social workers' presentations to the adoption panel
-- asks:        Do our workers speak well for the child?
-- shows:       rate, %, higher is better
-- placed:      flow: the day of the panel
-- met:         the panel judged the presentation good or outstanding
-- counts:      presentations that were judged
-- leaves out:  items at which nobody presented, or no one judged it: a worker who was not there is not a poor one
-- clock:       none
-- needs:       adoption_panel_items.presentation_grade, adoption_panel_items.panel_on
-- splits:      team, worker, detail
-- detail:      the grade
-- note:        Grades are words and are never averaged.
-- small numbers: SN3
-- standard:    none; local
-- source:      local: judged by the panel, brought together by the panel adviser
-- lists:       presentation, presentations
-- act on:      not met, earliest first: graded below good
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): good or outstanding
-- series:      used: feedback taken up in supervision in time
--   act on:    not met, longest first: not taken up in time
--   met:       the feedback was taken up in supervision on or before the 20th working day after it was given
--   counts:    presentations judged whose feedback was given, and taken up or past its 20th working day
--   leaves out: items without feedback; feedback whose 20 working days still run
--   clock:     working days; the day after the feedback is day 1
--   needs:     adoption_panel_items.presentation_grade, adoption_panel_items.panel_on,
--                adoption_panel_items.feedback_on (may be blank), adoption_panel_items.used_in_supervision_on (may be blank)
-- order:       7
-- why:         Judged with Ofsted grades; fed to supervision
-- status:      Local
-- guidance:    Judged by the panel, gathered by its adviser
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  team, author, panel month
-- trap:        Worker absent counted as poor
--   rule:      Own category
-- trap:        Feedback sent but not used
--   rule:      Second series: feedback discussed in supervision within 20 working days
-- clock drawn: 20 working days from 2014-12-19
--   starts:    the feedback is given
--   ends:      it is taken up in supervision

with judged as (
    select a.*, coalesce(child_key, 0) as child, case when used_in_supervision_on <= x.as_at then used_in_supervision_on end as used_on, x.as_at
    from adoption_panel_items a
    cross join extract x
    where presentation_grade is not null
),

counted as (
    select 'bare' as series, j.*, presentation_grade in ('good', 'outstanding') as met
    from judged j
    union all
    select 'used', j.*, coalesce(within_working_days(feedback_on, used_on, 20), false)
    from judged j
    where feedback_on <= as_at
        and (used_on >= feedback_on or (used_on is null and not within_working_days(feedback_on, as_at, 20)))
)

select
    series, child as child_key, panel_item_id as case_id, panel_on as on_date, team, author as worker, met,
    case when series = 'used' then working_day_number(feedback_on, used_on) end as value,
    upper(substr(presentation_grade, 1, 1)) || substr(presentation_grade, 2) as detail
from counted
where panel_on is not null;
