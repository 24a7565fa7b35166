-- Workers who were away at a month end and had been for more than 20 working days: nobody sees the children they hold.
create temporary table long_absence as
select distinct a.worker, m.last_day
from absences a
join reporting_month m on a.from_on <= m.last_day and (a.to_on is null or a.to_on >= m.last_day)
where working_day_number(a.from_on, m.last_day) > 20;
