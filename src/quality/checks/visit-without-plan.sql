-- title:     Visits or reviews of a child protection plan, and no plan on the day
-- severity:  warning
-- does:      The visit or review counts for no plan
-- to do:     Find the plan in the case system, and have the report hold it
-- needs:     cp_plans.start_date
-- any of:    cp_visits.visit_date, cp_reviews.review_date

with event as (
    select 'cp_visits' as table_name, child_key, cp_plan_id, visit_date as on_date, 'Visited ' as did, file, sheet, row_number
    from cp_visits
    union all
    select 'cp_reviews', child_key, cp_plan_id, review_date, 'Reviewed ', file, sheet, row_number
    from cp_reviews
)

select
    e.table_name, e.child_key, e.cp_plan_id as case_id, e.on_date,
    e.did || e.on_date || '; no plan then' as what,
    e.file, e.sheet, e.row_number
from event e
where not exists (select 1 from cp_plans p where p.cp_plan_id = e.cp_plan_id and p.child_key = e.child_key)
    and not exists (
        select 1 from cp_plans p
        where p.child_key = e.child_key
            and p.start_date <= e.on_date
            and (p.end_date is null or p.end_date >= e.on_date)
    );
