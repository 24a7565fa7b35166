-- title:     Assessments authorised before they started
-- severity:  warning
-- does:      Left out of every measure of finished assessments, and of its denominator
-- to do:     Correct the day it started or the day it was authorised in the case system, and load again
-- needs:     cin_assessments.start_date, cin_assessments.auth_date
-- repair:    cin_assessments: start_date = auth_date, auth_date = start_date

select
    'cin_assessments' as table_name, child_key, assessment_id as case_id, auth_date as on_date,
    'Started ' || start_date || ', authorised ' || auth_date as what,
    file, sheet, row_number
from cin_assessments
where auth_date < start_date;
