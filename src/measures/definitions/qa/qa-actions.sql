-- title:       Audit actions closed on time
-- asks:        Is what audits find put right, and does someone else say so?
-- shows:       rate, %, higher is better
-- placed:      flow: the day it was first due
-- met:         closed by the day it was first due, with evidence that someone other than the owner looked at
-- leaves out:  actions from dip samples and from reviewing officers, which no template holds; actions closed before they were raised
-- clock:       working days from the day it was raised: 1 for immediate safety, 20 for others (local)
-- needs:       audit_actions.due_on, audit_actions.raised_on, audit_actions.closed_on (may be blank),
--              audit_actions.verified_by (may be blank)
-- detail:      how soon it has to be put right
-- note:        First due is the day it is due, or the last working day its kind allows where that is earlier: a date that was moved does not make it in time.
-- note:        Who owns it and who looked are known by role alone: where both are of one role, nobody else is known to have looked.
-- note:        Team and child are those of the audit, where the file of audits has been loaded.
-- small numbers: SN2
-- standard:    local
-- source:      our own
-- act on:      not met, longest first: not closed on time
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): closed on time
--   counts:    actions from audits that were first due in the month
-- series:      extended: due later than its kind allows
--   act on:    met, longest first: due later than allowed
--   shows:     count, actions, lower is better
--   met:       due later than the last working day its kind allows
-- order:       4
-- why:         Closing the loop
-- status:      Local
-- breakdowns:  team, worker, locality, service, source
-- trap:        Self-closed
--   rule:      Needs a second person
-- trap:        Due date moved
--   rule:      Original date kept; extensions counted
-- clock drawn: 1 working day from 2014-12-19
--   starts:    the action is raised, for immediate safety
--   ends:      someone else sees it closed
-- clock drawn: 20 working days from 2014-12-19
--   starts:    the action is raised
--   ends:      someone else sees it closed

with limit_of as (
    select a.*, c.day as limit_on
    from audit_actions a
    join calendar began on began.day = a.raised_on
    join calendar c on c.is_working_day
        and c.working_days = began.working_days + case when a.kind = 'immediate safety' then 1 else 20 end
),

first_due as (
    select l.*, least(l.due_on, l.limit_on) as first_due_on, case when l.closed_on <= x.as_at then l.closed_on end as done_on
    from limit_of l
    cross join extract x
    where l.closed_on is null or l.closed_on >= l.raised_on
),

-- An audit may cover several children: its row is then about no child.
of_audit as (
    select audit, case when min(child_key) = max(child_key) then min(child_key) end as child_key,
        case when min(team) = max(team) then min(team) end as team,
        case when min(worker) = max(worker) then min(worker) end as worker
    from audits
    group by audit
)

select
    s.series,
    coalesce(o.child_key, 0) as child_key,
    f.audit_action_id        as case_id,
    f.first_due_on           as on_date,
    o.team,
    o.worker,
    case
        when s.series = 'extended' then f.due_on > f.limit_on
        else coalesce(f.done_on <= f.first_due_on and f.verified_by <> f.owner, false)
    end as met,
    f.done_on - f.raised_on as value,
    f.kind                  as detail
from first_due f
left join of_audit o on o.audit = f.audit
cross join (select 'bare' as series union all select 'extended') s;
