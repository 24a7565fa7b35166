-- A short break: legal statuses V3 and V4. A source without the day a status
-- ended (Annex A) has the latest alone, taken as true of the whole period
-- (Q12d).
create temporary table short_break as
select
    l.child_key, l.cla_id,
    case when spells.held then l.start_date end as start_date,
    case when spells.held then l.end_date end as end_date
from legal_status l
cross join (select count(*) > 0 as held from carried where field = 'legal_status.end_date') spells
where l.legal_status in ('V3', 'V4');
