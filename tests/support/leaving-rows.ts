/**
 * Young people who left care, and children for whom adoption is planned, for the world of the measures: one of each
 * way of standing, with blanks here and there.
 */
export const LEAVING_ROWS = `
  insert into person (child_key, person_id, sex, ethnicity, dob)
      select 500 + n, 'P' || cast(500 + n as text), case when n % 2 = 0 then 'F' else 'M' end, 'WBRI', date '1993-06-01' + n * 97
      from (select cast(n as integer) as n from generate_series(1, 20) as g (n)) as t;
  insert into cla_periods (cla_id, child_key, start_date, end_date, end_reason, team, worker)
      select 'left ' || cast(child_key as text), child_key, dob + 5000, dob + 6570 + child_key % 3 * 5, 'E5', 'Leaving care', 'SW-1'
      from person where child_key between 501 and 520;
  insert into cla_placement (child_key, cla_id, start_date, end_date, placement_type)
      select child_key, cla_id, start_date + 40, end_date, case when child_key % 3 = 0 then 'K2' else 'U4' end
      from cla_periods where child_key between 501 and 520;
  insert into care_leavers (child_key, eligibility, in_touch, latest_contact, accommodation, accommodation_suitable, activity,
      pathway_plan_review_date, team, worker)
      select child_key, case child_key % 7 when 0 then 'qualifying' when 1 then 'eligible' when 2 then 'relevant' else 'former_relevant' end,
          case child_key % 8 when 0 then 'NO' when 1 then 'REFU' when 2 then 'RHOM' when 3 then null else 'YES' end,
          date '2014-11-20' + child_key % 70, substr('BCDEGHKRSTUVWXYZ', child_key % 16 + 1, 1), child_key % 5 <> 0,
          case child_key % 6 when 0 then 'G4' when 1 then 'G5' when 2 then null when 3 then 'P2' else 'F5' end,
          case when child_key % 9 <> 0 then date '2014-06-20' + child_key % 80 end, 'Leaving care', case when child_key % 4 <> 0 then 'SW-1' end
      from person where child_key between 501 and 520;
  insert into permanence (child_key, entered_care_date, adm_decision_date, placement_order_date, matched_date, placed_for_adoption_date,
      adoption_order_date, decision_reversed_date, decision_reversed_reason, placed_ffa_date, adopted_by_carer, placed_foster_carer_date)
      select child_key, start_date, start_date + 90, case when child_key % 3 <> 0 then start_date + 150 end,
          case when child_key % 5 <> 0 then start_date + 130 + child_key end, case when child_key % 5 <> 0 then start_date + 160 + child_key end,
          case when child_key % 5 > 1 then start_date + 260 + child_key end, case when child_key % 10 = 0 then start_date + 200 end,
          case when child_key % 20 = 0 then 'RD3' end, case when child_key % 7 = 0 then start_date + 14 end,
          case child_key % 4 when 0 then true when 1 then false end, case when child_key % 8 = 0 then start_date + 60 end
      from cla_periods where child_key <= 120 and start_date < date '2014-03-01';
  update cla_periods set end_reason = 'E12', end_date = p.adoption_order_date
      from permanence p where p.child_key = cla_periods.child_key and p.entered_care_date = cla_periods.start_date and p.adoption_order_date < date '2015-01-20';
  insert into adopters (adopter_id, fostering_for_adoption, stage_1_start_date, stage_1_end_date, stage_2_start_date, stage_2_end_date)
      select 'A' || cast(n as text), n % 5 = 0, case when n % 6 <> 0 then date '2013-06-01' + n * 11 end,
          date '2013-06-01' + n * 11 + 50 + n, date '2013-06-01' + n * 11 + 60 + n * (1 + n % 3 * 4),
          case when n % 7 <> 0 then date '2013-06-01' + n * 11 + 170 + n * (1 + n % 3 * 4) end
      from (select cast(n as integer) as n from generate_series(1, 24) as g (n)) as t;
  insert into adoption_panel_items (panel_item_id, item, panel_on, kind, child_key, team, author, report_grade, presentation_grade, outcome,
      deferred_because, feedback_on, used_in_supervision_on)
      select 'pi' || cast(n as text), 'AP-' || cast(n as text), date '2014-10-01' + n * 6,
          case n % 3 when 0 then 'match' when 1 then 'adopters’ approval' else 'child’s permanence report' end, case when n % 3 <> 1 then n end,
          'Adoption', case when n % 4 <> 0 then 'SW-2' end,
          case n % 5 when 0 then null when 1 then 'outstanding' when 2 then 'good' when 3 then 'inadequate' else 'requires improvement' end,
          case n % 4 when 0 then 'good' when 1 then 'inadequate' when 2 then null else 'outstanding' end,
          case when n % 6 = 0 then 'deferred' else 'agreed' end, case when n % 12 = 0 then 'report not good enough' when n % 6 = 0 then 'more information needed' end,
          date '2014-10-03' + n * 6, case when n % 3 <> 0 then date '2014-10-03' + n * 8 + 10 end
      from (select cast(n as integer) as n from generate_series(1, 18) as g (n)) as t;`
