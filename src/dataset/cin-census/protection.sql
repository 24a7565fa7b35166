-- Section 47 enquiries, conferences and child protection plans, from the children in need census. Child-level. After
-- `need.sql`, whose macros and tables it takes.

-- SECTION 47 ENQUIRIES
create or replace temp table census_enquiry as
with told as (
    select person.child_key, s.*, s.rowid as seen, f.place, f.file_number, f.reference_date, f.is_old,
        min(s.rowid) over (
            partition by s.file, s.LAchildID, s.CINdetailsID, S47ActualStartDate, InitialCPCtarget, DateOfInitialCPC,
                ICPCnotRequired
        ) as first_seen
    from cin_census_section47 s
    join person on person.person_id = s.LAchildID
    join census_file f on f.file = s.file
),
numbered as (
    select *, dense_rank() over (partition by file, child_key, S47ActualStartDate order by first_seen) as nth
    from told
)
select *
from numbered
qualify row_number() over (
    partition by child_key, S47ActualStartDate, nth order by place, seen
) = 1;

insert into s47_enquiry
select census_id('s47', child_key, S47ActualStartDate, nth), child_key, S47ActualStartDate, null, ICPCnotRequired, null, null,
    file, sheet, row_number
from census_enquiry
order by child_key, S47ActualStartDate, nth;

-- CONFERENCES stand in the enquiry that led to them: one on the rows of two enquiries has one id and a row for each
-- (clarification Q9). The day in the referral itself is that of a child who came with a plan from another authority;
-- where systems repeat there the day of a conference that an enquiry has, it is that conference, once.
insert into initial_cp_conference
select census_id('ic', child_key, DateOfInitialCPC, 1), census_id('s47', child_key, S47ActualStartDate, nth), child_key,
    DateOfInitialCPC, null, false, null, null, file, sheet, row_number
from census_enquiry
where DateOfInitialCPC is not null
order by child_key, DateOfInitialCPC, S47ActualStartDate, nth;

insert into initial_cp_conference
select census_id('ic', r.child_key, r.DateOfInitialCPC, 1), null, r.child_key, r.DateOfInitialCPC, null, true, null, null,
    r.file, r.sheet, r.row_number
from census_referral r
where r.DateOfInitialCPC is not null
    and not exists (
        select 1 from census_enquiry e where e.child_key = r.child_key and e.DateOfInitialCPC = r.DateOfInitialCPC
    )
qualify row_number() over (
    partition by r.child_key, r.DateOfInitialCPC order by r.place, r.CINreferralDate, r.nth
) = 1
order by r.child_key, r.DateOfInitialCPC;

-- PLANS. Those of another authority that are here for a time are no part of the census.
create or replace temp table census_plan as
with told as (
    select person.child_key, p.*, p.rowid as seen, f.place, f.file_number, f.reference_date, f.is_old,
        min(p.rowid) over (
            partition by p.file, p.LAchildID, p.CINdetailsID, CPPstartDate, CPPendDate, InitialCategoryOfAbuse,
                LatestCategoryOfAbuse, NumberOfPreviousCPP
        ) as first_seen
    from cin_census_childprotectionplans p
    join person on person.person_id = p.LAchildID
    join census_file f on f.file = p.file
),
numbered as (
    select *, dense_rank() over (partition by file, child_key, CPPstartDate order by first_seen) as nth
    from told
)
select *,
    case when row_number() over block = 1 then 0 else row_number end as from_row,
    coalesce(lead(row_number) over block, 2147483647) as until_row,
    row_number() over (partition by child_key, CINdetailsID, CPPID order by place, seen) as nth_of_number
from numbered
window block as (partition by file, child_key, CINdetailsID, CPPID order by row_number);

insert into cp_plans
select census_id('cp', child_key, CPPstartDate, nth), child_key, CPPstartDate,
    coalesce(CPPendDate, case when is_old then reference_date end), InitialCategoryOfAbuse,
    LatestCategoryOfAbuse, NumberOfPreviousCPP, null, null, null, null, file, sheet, row_number
from census_plan
qualify row_number() over (partition by child_key, CPPstartDate, nth order by place, seen) = 1
order by child_key, CPPstartDate, nth;

-- REVIEWS: one a day for a child.
insert into cp_reviews
with event as (
    select person.child_key, r.*, r.rowid as seen, f.file_number,
        r.file in (select p.file from cin_census_childprotectionplans p) as has_plans
    from cin_census_reviews r
    join person on person.person_id = r.LAchildID
    join census_file f on f.file = r.file
    qualify row_number() over (partition by child_key, CPPreviewDate order by r.rowid) = 1
),
placed as (
    select e.seen, census_id('cp', p.child_key, p.CPPstartDate, p.nth) as cp_plan_id
    from event e
    join census_plan p on p.child_key = e.child_key and p.CINdetailsID = e.CINdetailsID and p.CPPID = e.CPPID
    where is_block_of(e.has_plans, e.file_number, e.row_number, p.file_number, p.from_row, p.until_row, p.nth_of_number)
)
select child_key, cp_plan_id, CPPreviewDate, null, file, sheet, row_number
from event
left join placed on placed.seen = event.seen
order by child_key, CPPreviewDate;

drop table census_plan;
drop table census_enquiry;
drop table census_referral;
drop table census_detail;
drop table census_file;
