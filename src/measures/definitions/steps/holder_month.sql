-- Who held each child at each month end, where the source says it of every day; nobody here where it does not.
create temporary table holder_month as
select h.child_key, m.last_day, h.team, h.worker
from child_holder h
join reporting_month m on h.from_date <= m.last_day and (h.to_date is null or h.to_date >= m.last_day);
