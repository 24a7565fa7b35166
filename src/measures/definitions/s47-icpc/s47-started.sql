-- title:       Section 47 enquiries started
-- asks:        How often do we ask whether a child suffers significant harm?
-- shows:       count, enquiries, neither is better
-- placed:      flow: the day of the strategy discussion that began it
-- met:         each enquiry that started in the month, open or closed, one for each child
-- leaves out:  an enquiry that a case system made with an assessment of that day, when both ended with nothing to do
-- clock:       none
-- needs:       s47_enquiry.start_date
-- note:        The first discussion starts it: a later one does not move its day.
-- note:        An enquiry whose conference was before it is an error: it is listed as one and counted nowhere.
-- standard:    none
-- source:      Department for Education, children in need census guide
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- benchmark:   Section_47
--   title:     Section 47 enquiries started
--   gives:     per 10,000, over the year, to 1 decimal
--   from:      Department for Education, Characteristics of children in need
-- order:       1
-- why:         Level of child protection activity
-- status:      None
-- guidance:    The census of children in need says which day starts it
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        A later strategy meeting moves the start
--   rule:      First discussion that initiated it
-- trap:        Enquiry auto-created with every assessment
--   rule:      Not a section 47 if both end no further action
-- trap:        Per child or per family
--   rule:      Per child
-- published:   2014-15: 139.1 per 10,000
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 189.3 per 10,000 (230,590 enquiries)
--   source:    Department for Education, Local Authority Interactive Tool, 2026
--   source:    Department for Education, Children in need, section 47 enquiries and conferences
-- published:   2024-25: Of councils the lowest tenth are at or below 119.9, half at or below 192.3, and nine tenths
--              at or below 307.2
--   source:    Department for Education, Local Authority Interactive Tool, 2026

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
