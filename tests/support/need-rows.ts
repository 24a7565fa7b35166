/**
 * Rows of children in need and of child protection, from the children that the world of the measures has: plans, visits,
 * reviews, core groups, conferences, oversight and the taskforce's list, enough of each that every series has cases.
 */
export const NEED_ROWS = `
  update cin_assessments set outcome_nfa = child_key % 7 = 0 where auth_date is not null and outcome_nfa is null;
  update cin_episodes set primary_need_code = case when child_key % 4 = 0 then 'N2' when child_key % 11 <> 0 then 'N1' end;
  update cin_episodes set close_reason = case child_key % 5 when 0 then 'RC5' when 1 then 'RC7' when 2 then 'RC9' end
      where close_date is not null;
  update cp_plans set latest_category = case child_key % 3 when 0 then 'NEG' when 1 then 'EMO' end;
  insert into care_leavers (child_key) select child_key from cla_periods where child_key % 20 = 0;
  insert into cin_plans (cin_plan_id, child_key, episode_id, start_date, end_date)
      select 'np' || child_key, child_key, case when child_key % 9 <> 0 then episode_id end,
          referral_date + cast(30 + child_key as integer), case when child_key % 4 = 0 then referral_date + 160 end
      from cin_episodes where child_key % 3 <> 1 and (close_date is null or close_date > referral_date + 160);
  insert into cin_visits (child_key, visit_date, seen, seen_alone)
      select child_key, cast(referral_date + cast(n * (20 + child_key % 15) as integer) as date),
          case when (child_key + n) % 7 <> 0 then n % 5 <> 0 end, n % 2 = 0
      from cin_episodes cross join (select cast(i as integer) as n from range(1, 12) r(i)) visit where child_key % 8 <> 0 and referral_date + n * 35 < date '2015-02-01';
  insert into cp_visits (child_key, cp_plan_id, visit_date, seen, seen_alone)
      select child_key, case when child_key % 10 <> 0 then cp_plan_id end,
          cast(start_date + cast(n * (9 + child_key % 8) as integer) as date), case when (child_key + n) % 9 <> 0 then n % 6 <> 0 end,
          case when n % 4 <> 0 then n % 3 <> 0 end
      from cp_plans cross join (select cast(i as integer) as n from range(1, 40) r(i)) visit where start_date + n * 17 < date '2015-02-01';
  insert into cp_reviews (child_key, cp_plan_id, review_date, quorate)
      select child_key, cp_plan_id, cast(start_date + case n when 1 then 80 + child_key % 20 else 250 + child_key % 30 end as date),
          case when child_key % 13 = 0 then false when child_key % 5 <> 0 then true end
      from cp_plans cross join (select cast(i as integer) as n from range(1, 3) r(i)) review where start_date < date '2014-04-01';
  insert into core_groups (core_group_id, child_key, plan_started_on, due_on, held_on, team, worker)
      select 'cg' || child_key || '-' || n, child_key, start_date, cast(start_date + cast(14 + 42 * n as integer) as date),
          case when child_key % 6 <> 0 then cast(start_date + cast(14 + 42 * n + child_key % 4 - 2 as integer) as date) end, team, worker
      from cp_plans cross join (select cast(i as integer) as n from range(0, 6) r(i)) met;
  insert into need_plan_reviews (need_plan_review_id, child_key, plan_started_on, held_on, agencies, decision)
      select 'nr' || child_key || '-' || n, child_key, start_date, cast(start_date + cast(35 + 84 * n + child_key % 11 as integer) as date),
          case when child_key % 3 = 0 then 'school' end, case when child_key % 4 <> 0 then 'go on' end
      from cin_plans cross join (select cast(i as integer) as n from range(0, 4) r(i)) held
      where child_key % 5 <> 0 and start_date + 35 + 84 * n + child_key % 11 < coalesce(end_date, date '2015-02-01');
  insert into conference_attendance (conference_attendance_id, meeting, child_key, kind, booked_on, held_on, team, worker,
      worker_attended, attended_instead, report_to_chair_on, report_shared_on)
      select 'ca' || child_key, 'IC-' || child_key // 4, child_key, case when child_key % 3 = 0 then 'review conference' else 'initial conference' end,
          icpc_date, case when icpc_date <= date '2015-01-31' then icpc_date end, team, worker,
          case when child_key % 5 <> 0 then child_key % 4 <> 0 end, case when child_key % 4 = 0 then 'duty worker' end,
          case when child_key % 7 <> 0 then cast(icpc_date - cast(child_key % 9 as integer) as date) end,
          case when child_key % 8 <> 0 then cast(icpc_date - cast(child_key % 8 as integer) as date) end
      from initial_cp_conference;
  insert into case_supervisions (case_supervision_id, child_key, held_on, oversight_recorded)
      select 'cs' || child_key || '-' || n, child_key, cast(referral_date + cast(n * 45 as integer) as date), (child_key + n) % 4 <> 0
      from cin_episodes cross join (select cast(i as integer) as n from range(1, 8) r(i)) held where child_key % 3 <> 0;
  insert into taskforce_cases (taskforce_case_id, child_key, frozen_on, team, worker, taskforce_worker, started_on, authorised_on, outcome)
      select 'tf' || child_key, child_key, date '2014-11-28', team, worker, 'TF-1', case when child_key % 3 <> 0 then date '2014-12-01' end,
          case when child_key % 3 = 1 then date '2014-12-29' + cast(child_key % 4 as integer) end, case when child_key % 6 = 1 then 'close' end
      from cin_episodes where referral_date <= date '2014-11-28' and (close_date is null or close_date > date '2014-11-28');`
