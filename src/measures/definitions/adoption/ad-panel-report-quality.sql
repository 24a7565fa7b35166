-- title:       Quality of reports to the adoption panel
-- asks:        Are the reports on which a child's future is decided good enough?
-- shows:       rate, %, higher is better
-- placed:      flow: the day of the panel
-- met:         the panel judged the report good or outstanding
-- counts:      reports that came before the panel and were judged
-- leaves out:  reports that nobody judged: they are in the distribution
-- clock:       none
-- needs:       adoption_panel_items.report_grade, adoption_panel_items.panel_on
-- splits:      team, worker, detail
-- detail:      the kind of report
-- note:        Grades are words and are never averaged: read the share with the distribution.
-- note:        The grade is what the panel agreed together; what the decision-maker decides later does not change it.
-- note:        A report that was put off and came back is judged each time.
-- small numbers: SN3
-- standard:    national minimum standards expect the quality of reports to be watched; the grades are local
-- source:      Statutory guidance on adoption (2013); local
-- lists:       report, reports
-- act on:      not met, earliest first: graded below good
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): good or outstanding
-- series:      distribution: reports by grade
--   act on:    nobody
--   shows:     count, reports, neither is better
--   met:       each report that came before the panel
--   leaves out: nothing
--   detail:    the grade
-- series:      sent_back: put off because the report was not good enough
--   act on:    met, latest first: put off
--   shows:     rate, %, lower is better
--   met:       the panel put the item off because the report was not good enough
--   counts:    reports that came before the panel
--   leaves out: nothing; putting an item off for new information is no failure of the report
--   needs:     adoption_panel_items.outcome, adoption_panel_items.deferred_because (may be blank)
-- order:       6
-- why:         Poor reports cost children time
-- status:      Local; national minimum standards expect quality monitoring
-- guidance:    The agency adviser and the panel watch the quality of reports
-- reference:   Department for Education, adoption statutory guidance, 2013
-- reference:   Ofsted, inspection of Manchester, September 2014
-- breakdowns:  report type, team, author, panel month
-- start at:    green 75% good or better; amber 50%
-- trap:        Averaging Ofsted grades as numbers
--   rule:      Never; show the distribution and % good or better
-- trap:        One chair’s grade or consensus
--   rule:      What the panel agreed together
-- trap:        Deferral for new information is not a quality failure
--   rule:      Put off for new information is no failure of the report
-- trap:        Agency decision-maker disagrees
--   rule:      The panel’s grade counts

with report as (
    select a.*, case a.kind when 'adopters’ approval' then 'Prospective adopters’ report' when 'match' then 'Adoption placement report' else 'Child’s permanence report' end as about
    from adoption_panel_items a
),

judged as (
    select 'bare' as series, r.*, report_grade in ('good', 'outstanding') as met, about as detail
    from report r
    where report_grade is not null
    union all
    select 'distribution', r.*, true, coalesce(ofsted_grade(report_grade), 'Not judged')
    from report r
    union all
    select 'sent_back', r.*, coalesce(deferred_because = 'report not good enough', false), about
    from report r
)

select series, coalesce(child_key, 0) as child_key, panel_item_id as case_id, panel_on as on_date, team, author as worker, met, null as value, detail
from judged
where panel_on is not null;
