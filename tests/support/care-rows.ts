/** Looked-after children of the world of the measures: where they lived, who saw them, and when they were missing. */
export const CARE_ROWS = `
  insert into cla_periods (cla_id, child_key, start_date, uasc, team)
      select 'long ' || cast(child_key as text), child_key, date '2011-06-01' + child_key, false, 'North'
      from person where child_key in (1, 2, 3, 5, 6, 7, 9, 10) and dob < date '2011-06-01';
  update legal_status set start_date = p.start_date + 20
      from cla_periods p where p.cla_id = legal_status.cla_id and legal_status.child_key % 8 = 0;
  insert into legal_status (child_key, cla_id, legal_status, start_date, end_date)
      select child_key, cla_id, 'V2', start_date, start_date + 20 from cla_periods where child_key % 8 = 0;
  update cla_periods set entered = child_key % 12 <> 0, end_reason = case when end_date is null then null else 'E4A' end,
      permanence_planned_on = case when child_key % 3 = 0 then start_date + 90 end;
  insert into cla_placement (child_key, cla_id, start_date, end_date, placement_type, provider, postcode, location, distance, same_carer)
      select p.child_key, p.cla_id, p.start_date + n * (20 + p.child_key), case when n < 3 then p.start_date + (n + 1) * (20 + p.child_key) end,
          case when n = 2 and p.child_key % 5 = 0 then 'A6' when n = 1 then 'K2' else 'U6' end, 'PR1',
          'ZZ' || cast(case when n = 2 then 0 else n end as text) || ' 1AA', case when n = 1 then 'out' else 'in' end, 18 + n * 3, n = 3 and p.child_key % 7 = 0
      from cla_periods p cross join (values (0), (1), (2), (3)) as t (n);
  insert into cla_reviews (child_key, cla_id, review_date)
      select child_key, cla_id, start_date + 26 + n * (80 + child_key % 60)
      from cla_periods cross join (values (0), (1), (2), (3), (4)) as t (n);
  insert into cla_visits (child_key, cla_id, visit_date, seen)
      select child_key, cla_id, start_date + 5 + n * (30 + child_key % 20), n % 4 <> 0
      from cla_periods cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as t (n);
  insert into cla_health (child_key, cla_id, check_type, said_type, check_date)
      select child_key, cla_id, case when n % 2 = 0 then 'health' else 'dental' end, 'said', start_date + 20 + n * 110
      from cla_periods cross join (values (0), (1), (2), (3), (4)) as t (n);
  insert into sdq_scores (child_key, completed_date, score)
      select child_key, start_date + n * 200, (child_key * 7 + n * 5) % 41 from cla_periods cross join (values (0), (1), (2)) as t (n);
  insert into involvements (child_key, worker, start_date, end_date, is_primary)
      select child_key, 'SW-' || cast((child_key + n) % 4 as text), start_date + n * 70, case when n < 3 then start_date + (n + 1) * 70 end, true
      from cla_periods cross join (values (0), (1), (2), (3)) as t (n);
  insert into missing_episodes (episode_id, child_key, start_date, end_date, type)
      select 'm' || cast(child_key as text) || '-' || cast(n as text), child_key, start_date + 15 + n * (20 + child_key % 15),
          start_date + 16 + n * (20 + child_key % 15), case when n % 4 = 3 then 'away' else 'missing' end
      from cla_periods cross join (values (0), (1), (2), (3), (4)) as t (n);
  insert into missing_interviews (episode_id, child_key, offered, accepted)
      select episode_id, child_key, child_key % 3 <> 0, child_key % 5 <> 0 from missing_episodes where child_key % 7 <> 0;
  insert into missing_notifications (missing_notification_id, child_key, reported_at, recorded_at, reported_by)
      select episode_id, child_key, start_date + interval '20 hours', start_date + (child_key % 40 + 5) * interval '1 hour' + interval '15 hours', 'police'
      from missing_episodes where type = 'missing';
  insert into return_interviews (return_interview_id, child_key, returned_at, offered, offered_at, accepted, held_at, independent, interviewer, team)
      select episode_id, child_key, end_date + interval '20 hours', child_key % 3 <> 0, end_date + interval '21 hours', child_key % 5 <> 0,
          case when child_key % 5 <> 0 then end_date + (20 + child_key) * interval '1 hour' end, child_key % 6 <> 0, 'youth worker', 'North'
      from missing_episodes where type = 'missing';
  insert into conference_attendance
      (conference_attendance_id, child_key, kind, booked_on, held_on, team, worker_attended, report_shared_on)
      select 'care-' || cast(child_key as text) || '-' || cast(review_date as text), child_key, 'care review', review_date, review_date, 'South',
          child_key % 3 <> 0, review_date - 5 + child_key % 4
      from cla_reviews;`
