-- An audit of the random sample, with the core audit tool: a themed audit reads cases that were chosen, and is not one.
-- What was done after the as-at day has not happened yet.
create temporary table core_audit as
select
    a.audit_id, a.month, a.child_key, a.cohort, a.team, a.worker, a.auditor, a.first_grade,
    coalesce(a.final_grade, a.moderated_grade) as final_grade,
    case when a.completed_on <= x.as_at then a.completed_on end as completed_on,
    case when a.moderated_on <= x.as_at then a.moderated_on end as moderated_on
from audits a
cross join extract x
where lower(a.tool) like 'core%';
