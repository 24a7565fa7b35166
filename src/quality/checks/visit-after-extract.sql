-- title:     Visits and reviews dated after the day the files are as at
-- severity:  warning
-- does:      Not counted: the child counts as not visited, or not reviewed, since the one before
-- to do:     Correct the day in the case system, or give the day that the files are truly as at, and load again
-- any of:    cp_visits.visit_date, cp_reviews.review_date, cla_visits.visit_date, cla_reviews.review_date

with event as (
    select 'cp_visits' as table_name, child_key, cp_plan_id as case_id, visit_date as on_date, 'Visit' as event,
        file, sheet, row_number
    from cp_visits
    union all
    select 'cp_reviews', child_key, cp_plan_id, review_date, 'Review', file, sheet, row_number
    from cp_reviews
    union all
    select 'cla_visits', child_key, cla_id, visit_date, 'Visit', file, sheet, row_number
    from cla_visits
    union all
    select 'cla_reviews', child_key, cla_id, review_date, 'Review', file, sheet, row_number
    from cla_reviews
)

select
    e.table_name, e.child_key, e.case_id, e.on_date,
    e.event || ' of ' || e.on_date || ', as at ' || x.as_at as what,
    e.file, e.sheet, e.row_number
from event e
cross join extract x
where e.on_date > x.as_at;
