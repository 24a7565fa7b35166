-- The months in which the clock on the wall in England is an hour ahead of Greenwich, as that clock shows their first and
-- last moment: from the last Sunday of March to the last of October (Summer Time Order 2002). The hour that comes twice
-- in October is taken the first time.
create temporary table summer_time as
with marker as (
    select make_date(year, 3, 31) as march, make_date(year, 10, 31) as october
    from (select distinct cast(extract(year from day) as integer) as year from calendar) years
)
select
    cast(march - cast(extract(dow from march) as integer) as timestamp) + interval '2 hours' as from_at,
    cast(october - cast(extract(dow from october) as integer) as timestamp) + interval '2 hours' as until_at
from marker;
