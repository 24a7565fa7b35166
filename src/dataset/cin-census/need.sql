-- Referrals, episodes of need, assessments and plans of children in need, from the children in need census. Child-level.
-- The variable `as_at` is the day of the census.
--
-- The census has no ids but the child's. Its blocks are numbered for each child of a file from 1, so what stands in one
-- is joined to it by file, child and number. One event may stand in the files of several years: they are matched by
-- child and day, of several on a day the first with the first, and the row of the newest year stands.

-- `cin-re-12-20150105`, and `cin-re-12-20150105-2` for a second one of that day.
create or replace temp macro census_id(kind, child_key, day, nth) as
    'cin-' || kind || '-' || child_key || '-' || strftime(day, '%Y%m%d') || case when nth > 1 then '-' || nth else '' end;

-- THE FILES, the newest first, as their headers say; a file of the flattened form has none. Of a year that is not the
-- newest of the load: what stands open in it, and is in no later file, had ended by then.
create or replace temp table census_file as
with dated as (
    select file, max(ReferenceDate) as reference_date
    from cin_census_header
    group by file
),
named as (
    select distinct file from cin_census_cindetails
    union select distinct file from cin_census_assessments
    union select distinct file from cin_census_cinplandates
    union select distinct file from cin_census_section47
    union select distinct file from cin_census_childprotectionplans
    union select distinct file from cin_census_reviews
)
select file, reference_date, coalesce(reference_date < max(reference_date) over (), false) as is_old,
    row_number() over (order by reference_date desc nulls last, file) as file_number,
    -- Files without a year are in the order in which they were read.
    dense_rank() over (order by reference_date desc nulls last) as place,
    file in (select d.file from cin_census_cindetails d) as has_details
from named
left join dated using (file);

-- REFERRALS. A block that stands twice in a file is one, and a child may stand in a file twice, numbered from 1 each
-- time: then the lines tell which block is meant. Files of the flattened form are joined to each other by number alone.
-- What orders them is worked out without what they say, which for a million of them would not fit in memory.
create or replace temp table census_detail as
with told as (
    select person.child_key, f.file_number, f.place, d.CINdetailsID, d.CINreferralDate, d.ReferralNFA, d.row_number,
        d.rowid as seen,
        hash(ReferralSource, PrimaryNeedCode, CINclosureDate, ReasonForClosure, DateOfInitialCPC, ReferralNFA) as said
    from cin_census_cindetails d
    join person on person.person_id = d.LAchildID
    join census_file f on f.file = d.file
),
first_told as (
    select *, min(seen) over (partition by child_key, file_number, CINreferralDate, said) as first_seen
    from told
)
select * exclude (said, first_seen),
    dense_rank() over (partition by child_key, file_number, CINreferralDate order by first_seen) as nth,
    case when row_number() over block = 1 then 0 else row_number end as from_row,
    coalesce(lead(row_number) over block, 2147483647) as until_row,
    row_number() over (partition by child_key, CINdetailsID order by place, seen) as nth_of_number
from first_told
window block as (partition by child_key, file_number, CINdetailsID order by row_number);

create or replace temp macro is_block_of(has_blocks, told_file, told_row, block_file, from_row, until_row, nth_of_number) as
    case
        when has_blocks then told_file = block_file and told_row >= from_row and told_row < until_row
        else nth_of_number = 1
    end;

create or replace temp table census_referral as
with event as (
    select child_key, nth, place, seen
    from census_detail
    qualify row_number() over (partition by child_key, CINreferralDate, nth order by place, seen) = 1
)
select e.child_key, e.nth, e.place, f.reference_date, f.is_old, d.CINreferralDate, ReferralSource, ReferralNFA,
    PrimaryNeedCode, CINclosureDate, ReasonForClosure, DateOfInitialCPC, d.file, d.sheet, d.row_number
from cin_census_cindetails d
join event e on e.seen = d.rowid
join census_file f on f.file = d.file;

-- The census does not flag who came from another authority: none is left out (clarification Q4).
insert into referrals
select census_id('re', child_key, CINreferralDate, nth), child_key, CINreferralDate, ReferralSource, ReferralNFA, false,
    null, null, file, sheet, row_number
from census_referral
order by child_key, CINreferralDate, nth;

-- EPISODES OF NEED: what a referral opened unless it needed no action; where that is blank, it opened one
-- (clarifications Q3, Q13).
insert into cin_episodes
select census_id('ci', child_key, CINreferralDate, nth), child_key, CINreferralDate,
    coalesce(CINclosureDate, case when is_old then reference_date end), ReasonForClosure,
    PrimaryNeedCode, null, null, null, null, file, sheet, row_number
from census_referral
where not coalesce(ReferralNFA, false)
order by child_key, CINreferralDate, nth;

-- ASSESSMENTS. In the flattened form one stands on a row for each of its factors.
create or replace temp table census_assessment as
with told as (
    select person.child_key, f.place, f.file_number, f.has_details, f.is_old, a.CINdetailsID, a.AssessmentActualStartDate,
        a.AssessmentAuthorisationDate, a.row_number, a.rowid as seen,
        min(a.rowid) over (
            partition by a.file, a.LAchildID, a.CINdetailsID, AssessmentActualStartDate, AssessmentInternalReviewDate,
                AssessmentAuthorisationDate
        ) as first_seen
    from cin_census_assessments a
    join person on person.person_id = a.LAchildID
    join census_file f on f.file = a.file
)
select * exclude (first_seen),
    dense_rank() over (partition by file_number, child_key, AssessmentActualStartDate order by first_seen) as nth
from told;

insert into cin_assessments
with event as (
    select *
    from census_assessment
    qualify row_number() over (
        partition by child_key, AssessmentActualStartDate, nth order by place, seen
    ) = 1
),
placed as (
    select e.seen, census_id('re', d.child_key, d.CINreferralDate, d.nth) as referral_id
    from event e
    join census_detail d on d.child_key = e.child_key and d.CINdetailsID = e.CINdetailsID
    where is_block_of(e.has_details, e.file_number, e.row_number, d.file_number, d.from_row, d.until_row, d.nth_of_number)
)
select census_id('as', e.child_key, e.AssessmentActualStartDate, e.nth), e.child_key,
    referral_id, e.AssessmentActualStartDate, null, e.AssessmentAuthorisationDate,
    null, null, null, a.file, a.sheet, a.row_number
from event e
join cin_census_assessments a on a.rowid = e.seen
left join placed on placed.seen = e.seen
where e.AssessmentAuthorisationDate is not null or not is_old
order by e.child_key, e.AssessmentActualStartDate, e.nth;

insert into assessment_factors
select census_id('as', child_key, AssessmentActualStartDate, nth), child_key, factor, file, sheet, row_number
from (
    select c.*, a.file, a.sheet, unnest(regexp_extract_all(upper(a.AssessmentFactors), '\b(\d{1,2}[A-F]?)\b', 1)) as factor
    from census_assessment c
    join cin_census_assessments a on a.rowid = c.seen
    where c.AssessmentAuthorisationDate is not null or not is_old
) as identified
qualify row_number() over (
    partition by child_key, AssessmentActualStartDate, nth, factor order by place, seen
) = 1
order by child_key, AssessmentActualStartDate, nth, factor;

-- PLANS of children in need, in the census from 2022
insert into cin_plans
with told as (
    select person.child_key, p.*, p.rowid as seen, f.place, f.file_number, f.has_details, f.reference_date, f.is_old,
        min(p.rowid) over (partition by p.file, p.LAchildID, p.CINdetailsID, CINPlanStartDate, CINPlanEndDate) as first_seen
    from cin_census_cinplandates p
    join person on person.person_id = p.LAchildID
    join census_file f on f.file = p.file
),
numbered as (
    select *, dense_rank() over (partition by file, child_key, CINPlanStartDate order by first_seen) as nth
    from told
),
event as (
    select *
    from numbered
    qualify row_number() over (
        partition by child_key, CINPlanStartDate, nth order by place, seen
    ) = 1
),
placed as (
    select e.seen, census_id('ci', d.child_key, d.CINreferralDate, d.nth) as episode_id
    from event e
    join census_detail d on d.child_key = e.child_key and d.CINdetailsID = e.CINdetailsID
    where not coalesce(d.ReferralNFA, false)
        and is_block_of(e.has_details, e.file_number, e.row_number, d.file_number, d.from_row, d.until_row, d.nth_of_number)
)
select census_id('np', e.child_key, CINPlanStartDate, e.nth), e.child_key,
    episode_id, CINPlanStartDate, coalesce(CINPlanEndDate, case when is_old then reference_date end),
    null, null, e.file, e.sheet, e.row_number
from event e
left join placed on placed.seen = e.seen
order by e.child_key, CINPlanStartDate, e.nth;

drop table census_assessment;
