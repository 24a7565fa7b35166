-- The children adopted in the three years that end with each month, for the months that have three whole years of
-- adoptions behind them: an average over fewer years would be a different figure.
create temporary table adopted_in_three_years as
select p.*, m.last_day
from adoption_path p
join reporting_month m on p.adopted_on <= m.last_day and p.adopted_on >= months_later(m.first_day, -35)
join table_source t on t.table_name = 'permanence' and t.place = 1
    and (t.window_from is null or t.window_from <= months_later(m.first_day, -35));
