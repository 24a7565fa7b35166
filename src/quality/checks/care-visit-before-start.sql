-- title:     Visits or reviews of a child in care before care began
-- severity:  warning
-- does:      The visit or review counts for no period of care: the child counts as not visited, or not reviewed
-- to do:     Correct the day of the visit or review, or the day care began, in the case system, and load again
-- any of:    cla_visits.visit_date, cla_reviews.review_date

select
    'cla_visits' as table_name, v.child_key, v.cla_id as case_id, v.visit_date as on_date,
    'Care began ' || p.start_date || ', visited ' || v.visit_date as what,
    v.file, v.sheet, v.row_number
from cla_visits v
join cla_periods p on p.cla_id = v.cla_id and p.child_key = v.child_key
where v.visit_date < p.start_date
union all
select
    'cla_reviews', r.child_key, r.cla_id, r.review_date,
    'Care began ' || p.start_date || ', reviewed ' || r.review_date,
    r.file, r.sheet, r.row_number
from cla_reviews r
join cla_periods p on p.cla_id = r.cla_id and p.child_key = r.child_key
where r.review_date < p.start_date;
