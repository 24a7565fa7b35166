-- title:     Initial conferences held before their section 47 enquiry began
-- severity:  warning
-- does:      Left out of the measure of conferences in time, and of its denominator
-- to do:     Correct the day of the strategy discussion or of the conference in the case system, and load again
-- needs:     s47_enquiry.start_date, initial_cp_conference.icpc_date
-- repair:    initial_cp_conference: icpc_date = (select max(s.start_date) from s47_enquiry s
--              where s.s47_enquiry_id = initial_cp_conference.s47_enquiry_id)

select
    'initial_cp_conference' as table_name, c.child_key, c.icpc_id as case_id, c.icpc_date as on_date,
    'Enquiry began ' || s.start_date || ', conference ' || c.icpc_date as what,
    c.file, c.sheet, c.row_number
from initial_cp_conference c
join s47_enquiry s on s.s47_enquiry_id = c.s47_enquiry_id and s.child_key = c.child_key
where c.icpc_date < s.start_date;
