-- A contact with who made it, and whether the child was already open: an episode of need began on an earlier day and had
-- not closed by the day of the contact.
create temporary table received_contact as
with open_day as (
    select distinct c.child_key, c.contact_date
    from contacts c
    join cin_episodes e on e.child_key = c.child_key
        and e.referral_date < c.contact_date
        and (e.close_date is null or e.close_date > c.contact_date)
)
select
    c.contact_id, c.child_key, c.contact_date, c.team, c.worker, g.source_group,
    o.child_key is not null as already_open
from contacts c
left join open_day o on o.child_key = c.child_key and o.contact_date = c.contact_date
left join source_group g on g.code = c.source_code;
