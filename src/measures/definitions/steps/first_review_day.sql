-- The 20th working day after each day on which care began: by then the first review is due, and the first health
-- assessment.
create temporary table first_review_day as
select distinct began.day as began_on, due.day as due_on
from calendar began
join calendar due on due.is_working_day and due.working_days = began.working_days + 20;
