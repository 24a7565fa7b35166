-- title:       Section 47 enquiries started
-- asks:        How often do we ask whether a child suffers significant harm?
-- shows:       count, enquiries, neither is better
-- placed:      flow: the day of the strategy discussion that began it
-- met:         each enquiry that started in the month, open or closed, one for each child
-- leaves out:  an enquiry that a case system made beside an assessment of that day, when both ended with nothing to do
-- clock:       none
-- needs:       s47_enquiry.start_date
-- note:        The first discussion starts it: a later one does not move its day.
-- note:        An enquiry whose conference was before it is an error: it is listed as one and counted nowhere.
-- standard:    none
-- source:      Department for Education, children in need census guide
-- version:     1 (2014-04-01)   look again: 2027-11

select
    'bare'         as series,
    child_key,
    s47_enquiry_id as case_id,
    start_date     as on_date,
    team,
    worker,
    true           as met,
    null           as value
from counted_enquiry;
