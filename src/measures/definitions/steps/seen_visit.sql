-- The days on which a child was seen, at a visit of any kind. Annex A has the latest alone, of a child in need.
create temporary table seen_visit as
select child_key, visit_date as seen_on from cin_visits where seen
union
select child_key, visit_date from cp_visits where seen
union
select child_key, visit_date from cla_visits where seen
union
select child_key, last_seen_date from cin_episodes where last_seen_date is not null;
