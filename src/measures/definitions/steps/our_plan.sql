-- Child protection plans of ours: none of another authority that is here for a time, and none that ended before it started,
-- which is an error and listed as one.
create temporary table our_plan as
select p.*, coalesce(w.said, 'not recorded') as category
from cp_plans p
left join abuse_word w on w.category = coalesce(p.latest_category, p.initial_category)
where not coalesce(p.ola, false) and (p.end_date is null or p.end_date >= p.start_date);
