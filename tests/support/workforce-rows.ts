/** Posts, absences, caseloads, supervision and recruitment, for the world of the measures: enough that every series has cases. */
export const WORKFORCE_ROWS = `
  insert into posts (post_spell_id, post, team, role, fte, created_on, state, worker, from_on, to_on, ended_because, started_on)
      select 'ps' || cast(n as text), 'P-' || cast(n as text), case when n % 2 = 0 then 'North' else 'South' end,
          case n % 9 when 0 then 'personal adviser' when 1 then 'team manager' when 2 then null else 'social worker' end,
          case n % 5 when 0 then 0.6 when 1 then null else 1 end, date '2010-04-01',
          case n % 6 when 0 then 'agency' when 1 then 'peripatetic' else 'permanent' end, 'SW-' || cast(n as text),
          date '2012-06-01' + n * 7, case when n % 4 = 0 then date '2013-02-10' + n * 21 end,
          case when n % 12 = 0 then 'agency work ended' when n % 8 = 0 then 'moved to another post' when n % 4 = 0 then 'left the council' end,
          date '2012-06-01' + n * 7
      from (select cast(n as integer) as n from generate_series(1, 30) as g (n)) as t;
  insert into posts (post_spell_id, post, team, role, fte, created_on, state, from_on)
      select post_spell_id || ' after', post, team, role, fte, created_on, 'vacant', to_on + 1 from posts where to_on is not null;
  insert into absences (absence_id, worker, team, fte, reason, from_on, to_on)
      select 'ab' || cast(n as text), 'SW-' || cast(n % 12 + 1 as text), 'North', case when n % 4 = 0 then 0.6 end,
          case when n % 5 = 0 then 'maternity' else 'sickness' end, date '2013-02-04' + n * 33, case when n < 21 then date '2013-02-04' + n * 33 + n % 7 * 9 end
      from (select cast(n as integer) as n from generate_series(1, 21) as g (n)) as t;
  insert into taskforce_workers (taskforce_worker_id, worker) values ('tw1', 'SW-24');
  insert into caseload_allocation (caseload_allocation_id, month_end_on, worker, team, role, fte, newly_qualified, cap, children)
      select 'cl' || cast(n as text) || '-' || cast(last_day as text), last_day, 'SW-' || cast(n as text), case when n % 2 = 0 then 'North' else 'South' end,
          case when n = 7 then 'team manager' else 'social worker' end, case when n % 3 = 0 then 0.6 else 1 end, n % 4 = 0,
          case when n % 5 <> 0 then 18 end, 9 + n
      from (values (date '2014-11-30'), (date '2014-12-31'), (date '2015-01-31')) as m (last_day) cross join (select cast(n as integer) as n from generate_series(1, 14) as g (n)) as t;
  insert into supervisions (supervision_id, worker, team, due_on, held_on, reflective)
      select 'su' || cast(n as text), 'SW-' || cast(n % 14 + 1 as text), 'North', date '2014-10-20' + n * 2, case when n % 6 <> 0 then date '2014-10-18' + n * 2 end, n % 3 = 0
      from (select cast(n as integer) as n from generate_series(1, 52) as g (n)) as t;
  insert into case_supervisions (case_supervision_id, child_key, team, worker, held_on, oversight_recorded)
      select 'cs' || cast(n as text), n % 120 + 1, 'North', 'SW-1', date '2014-09-01' + n % 150, n % 4 <> 0
      from (select cast(n as integer) as n from generate_series(1, 240) as g (n)) as t;
  insert into professionals (worker, job_title) values ('SW-3', 'Team Manager'), ('SW-1', 'social worker');
  insert into recruitment (recruitment_id, round, team, kind, places, stage, advertised_on, offered_on, offered, started, started_on, start_planned_on)
      select 're' || cast(n as text), 'RC-' || cast(n as text), 'North', case when n % 4 = 0 then 'temporary' else 'permanent' end, 1 + n % 3,
          case n % 4 when 0 then 'advertised' when 1 then 'started' when 2 then 'start day set' else 'planned' end,
          date '2014-06-01' + n * 10, case when n % 3 <> 0 then date '2014-07-20' + n * 10 end, 1 + n % 2, case when n % 4 = 1 then 1 else 0 end,
          case when n % 4 = 1 then date '2014-08-20' + n * 9 end, date '2015-01-20' + n * 4
      from (select cast(n as integer) as n from generate_series(1, 16) as g (n)) as t;`
