-- An initial conference that was held, once for each child and day: the row of the first enquiry that led to it gives the
-- team and the outcome. One before its enquiry is an error and left out.
create temporary table held_conference as
with numbered as (
    select
        c.icpc_id, c.child_key, c.icpc_date, c.outcome_cp_flag, c.team, c.worker,
        row_number() over (
            partition by c.child_key, c.icpc_date
            order by s.start_date nulls last, c.icpc_id, c.s47_enquiry_id nulls last
        ) as nth
    from initial_cp_conference c
    cross join extract x
    left join s47_enquiry s on s.s47_enquiry_id = c.s47_enquiry_id
    where c.icpc_date <= x.as_at and (s.start_date is null or s.start_date <= c.icpc_date)
)
select icpc_id, child_key, icpc_date, outcome_cp_flag, team, worker
from numbered
where nth = 1;
