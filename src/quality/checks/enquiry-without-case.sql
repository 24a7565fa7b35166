-- title:     Section 47 enquiries into children who have no case
-- severity:  warning
-- does:      Counted, but the child is missing from open cases
-- to do:     Find the case in the case system, and have the report hold it
-- needs:     s47_enquiry.start_date, cin_episodes.referral_date

-- In the first three months of the files what led to it may stand before them.
select
    's47_enquiry' as table_name, s.child_key, s.s47_enquiry_id as case_id, s.start_date as on_date,
    'Enquiry began ' || s.start_date || '; no case' as what,
    s.file, s.sheet, s.row_number
from s47_enquiry s
cross join extract x
where (x.window_from is null or s.start_date >= x.window_from + 90)
    and not exists (select 1 from cin_episodes e where e.child_key = s.child_key);
