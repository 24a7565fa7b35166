-- The days on which a child was looked after under a series of short breaks: legal statuses V3 and V4. A source without
-- the day a status ended (Annex A) has the latest alone, taken as true of the whole period.
create temporary table short_break as
select
    l.child_key,
    case when spells.held then l.start_date else coalesce(c.start_date, date '1900-01-01') end as start_date,
    coalesce(case when spells.held then l.end_date else c.end_date + 1 end, date '9999-12-31') as end_date
from legal_status l
cross join (select count(*) > 0 as held from carried where field = 'legal_status.end_date') spells
left join cla_periods c on c.cla_id = l.cla_id
where l.legal_status in ('V3', 'V4');
