-- What the sources carry: where a rule turns on a field (a link, a count) it asks for the field, never for the source's
-- name, because a table may be made of two.
create temporary table carried as
select table_name || '.' || column_name as field from source_field where present;
