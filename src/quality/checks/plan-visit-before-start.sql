-- title:     Visits or reviews of a child protection plan before the plan started
-- severity:  warning
-- does:      The visit or review counts for no plan: the child counts as not visited, or not reviewed
-- to do:     Correct the day of the visit or review, or of the plan, in the case system, and load again
-- any of:    cp_visits.visit_date, cp_reviews.review_date

select
    'cp_visits' as table_name, v.child_key, v.cp_plan_id as case_id, v.visit_date as on_date,
    'Plan started ' || p.start_date || ', visited ' || v.visit_date as what,
    v.file, v.sheet, v.row_number
from cp_visits v
join cp_plans p on p.cp_plan_id = v.cp_plan_id and p.child_key = v.child_key
where v.visit_date < p.start_date
union all
select
    'cp_reviews', r.child_key, r.cp_plan_id, r.review_date,
    'Plan started ' || p.start_date || ', reviewed ' || r.review_date,
    r.file, r.sheet, r.row_number
from cp_reviews r
join cp_plans p on p.cp_plan_id = r.cp_plan_id and p.child_key = r.child_key
where r.review_date < p.start_date;
