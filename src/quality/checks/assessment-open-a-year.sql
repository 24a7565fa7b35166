-- title:     Assessments open for more than a year
-- severity:  note
-- does:      Counted as open work past every review point
-- to do:     Authorise the assessment, or close it, in the case system
-- needs:     cin_assessments.start_date, cin_assessments.auth_date

select
    'cin_assessments' as table_name, a.child_key, a.assessment_id as case_id, a.start_date as on_date,
    'Started ' || a.start_date || ', still open' as what,
    a.file, a.sheet, a.row_number
from cin_assessments a
cross join extract x
where (a.auth_date is null or a.auth_date > x.as_at)
    and a.start_date < x.as_at - 365;
