-- title:       Improvement budget: spend, forecast and variance
-- asks:        Is the improvement money being spent as it was agreed?
-- shows:       total, £, neither is better
-- placed:      flow: the accounting month, from the beginning of its financial year
-- met:         spent so far in the financial year, line by line, as the ledger has it
-- leaves out:  lines of other budgets; months that are not closed
-- clock:       none
-- needs:       budget_months.spent_pence (may be blank), budget_months.month
-- splits:      detail
-- detail:      whose money it is
-- limits:      do not apply: each point has the one before it in it
-- note:        As the ledger has it: with what is owed, where the ledger has that. What is ordered and not yet owed is not in the template.
-- note:        Capital has lines of its own, or is not in the file.
-- small numbers: SN0
-- standard:    local: the council's financial regulations
-- source:      our own
-- lists:       line of the budget, lines of the budget
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      actual (headline): spend to date
-- series:      forecast: expected for the year
--   placed:    stock: the day of the files
--   met:       expected to be spent in the financial year of the day, line by line
--   needs:     budget_lines.forecast_outturn_pence, budget_lines.year
--   note:      The files say what is expected now, so earlier months have no figure.
-- series:      variance: expected less agreed
--   shows:     difference, £, neither is better
--   placed:    stock: the day of the files
--   met:       expected to be spent in the financial year less what was agreed, line by line
--   needs:     budget_lines.forecast_outturn_pence, budget_lines.budget_pence, budget_lines.year
--   detail:    why the two differ
--   note:      A minus is an underspend: less will be spent than was agreed. Money not spent may be work not done: ask what each line's difference leaves undone.
-- series:      profile: spend against profile
--   shows:     ratio over the rest, %, neither is better
--   met:       spent so far in the financial year
--   counts:    planned for the same months
--   needs:     budget_months.spent_pence (may be blank), budget_months.planned_pence, budget_months.month
-- order:       1
-- why:         Money not spent may be work not done
-- status:      Local
-- guidance:    Council financial regulations
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  workstream, funding source, cost type
-- trap:        The sign of a variance
--   rule:      An underspend is a minus, and the page says so in words
-- trap:        Accruals and commitments (agency invoices lag)
--   rule:      Spent is what the ledger has; what is ordered and not owed is not in it
-- trap:        Recruitment timing hides non-delivery
--   rule:      Each variance needs a delivery consequence

-- A financial year begins in April: by its first year, as 'YYYY'.
with closed as (
    select line, month, planned_pence, spent_pence,
        case when substr(month, 6, 2) >= '04' then substr(month, 1, 4)
            else cast(cast(substr(month, 1, 4) as integer) - 1 as text) end as year
    from budget_months
    where spent_pence is not null
),

shown as (
    select month, last_day,
        cast(extract(year from last_day) - case when extract(month from last_day) < 4 then 1 else 0 end as text) as year
    from reporting_month
),

to_date as (
    select s.last_day, c.line, c.year, sum(c.spent_pence) / 100.0 as spent, sum(c.planned_pence) / 100.0 as planned
    from shown s
    join closed c on c.year = s.year and c.month <= s.month
    group by s.last_day, c.line, c.year
),

budget as (
    select l.line, l.funding_source, l.reason, l.forecast_outturn_pence / 100.0 as expected, l.budget_pence / 100.0 as agreed,
        substr(l.year, 1, 4) as year
    from budget_lines l
),

-- The money to date of each budget line: spent is the numerator of the profile, planned its denominator.
spent as (
    select 'actual' as series, last_day, line, year, true as met, spent as pounds from to_date
    union all
    select 'profile', last_day, line, year, true, spent from to_date
    union all
    select 'profile', last_day, line, year, false, planned from to_date
)

select
    s.series,
    0                as child_key,
    s.line || case when s.met then '' else ' planned' end as case_id,
    s.last_day       as on_date,
    null             as team,
    null             as worker,
    s.met,
    s.pounds         as value,
    b.funding_source as detail
from spent s
left join budget b on b.line = s.line and b.year = s.year
union all
select 'forecast', 0, b.line, x.as_at, null, null, true, b.expected, b.funding_source
from budget b
cross join extract x
join shown s on s.last_day = x.as_at and s.year = b.year
where b.expected is not null
union all
select 'variance', 0, b.line, x.as_at, null, null, true, b.expected - b.agreed, b.reason
from budget b
cross join extract x
join shown s on s.last_day = x.as_at and s.year = b.year
where b.expected is not null and b.agreed is not null;
