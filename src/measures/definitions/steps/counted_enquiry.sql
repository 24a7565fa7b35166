-- A section 47 enquiry that counts, with the conference it led to. One that a case system made beside an assessment of
-- that day, when both ended without anything to do, is no enquiry. The conference is the first of those that name the
-- enquiry; an enquiry that none names, and that does not say itself that none is needed, takes the child's next conference
-- within 60 days that names no enquiry. A conference of a later day than the as-at is a booking. A conference before
-- its enquiry is an error: the pair is left out.
create temporary table counted_enquiry as
with held as (
    select c.*
    from initial_cp_conference c
    cross join extract x
    where c.icpc_date <= x.as_at
),
named as (
    select s47_enquiry_id, min(icpc_date) as conference_on
    from held
    where s47_enquiry_id is not null
    group by s47_enquiry_id
),
unnamed as (
    select s.s47_enquiry_id, min(h.icpc_date) as conference_on
    from s47_enquiry s
    join held h on h.child_key = s.child_key and h.icpc_date between s.start_date and s.start_date + 60
    where h.s47_enquiry_id is null and not coalesce(h.transfer_in, false) and not coalesce(s.icpc_unnecessary, false)
    group by s.s47_enquiry_id
),
beside as (
    select distinct s.s47_enquiry_id
    from s47_enquiry s
    join cin_assessments a on a.child_key = s.child_key and a.start_date = s.start_date
    where s.icpc_unnecessary and a.outcome_nfa and a.auth_date is not null
)
select
    s.s47_enquiry_id, s.child_key, s.start_date, s.end_date, s.icpc_unnecessary, s.team, s.worker,
    coalesce(n.conference_on, u.conference_on) as conference_on
from s47_enquiry s
cross join extract x
left join named n on n.s47_enquiry_id = s.s47_enquiry_id
left join unnamed u on u.s47_enquiry_id = s.s47_enquiry_id
left join beside b on b.s47_enquiry_id = s.s47_enquiry_id
where s.start_date <= x.as_at
    and (n.conference_on is null or n.conference_on >= s.start_date)
    and (b.s47_enquiry_id is null or n.conference_on is not null);
