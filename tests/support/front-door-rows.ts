/**
 * What the front door, assessments, enquiries and early help have next to their days, for the children of the measure
 * world: made from the rows that are there, so that nothing of theirs moves.
 */
export const FRONT_DOOR_ROWS = `
  update contacts set source_code = ['6', '2A', '3B', '1A', '5B', '8', null][child_key % 7 + 1];
  update referrals set source_code = ['6', '2A', null, '3B', '10'][child_key % 5 + 1],
      nfa = case when child_key % 11 = 0 then null else child_key % 4 = 1 end;
  update cin_episodes set close_reason = case when close_date is not null then ['RC7', 'RC8', 'RC9'][child_key % 3 + 1] end,
      last_seen_date = case when child_key % 4 < 2 then referral_date + 40 end;
  update cin_assessments set outcome_nfa = case when auth_date is not null then child_key % 3 = 1 end;
  update s47_enquiry set icpc_unnecessary = case when child_key % 10 = 0 then true end,
      end_date = case when child_key % 10 = 0 then start_date + 12 end;
  delete from initial_cp_conference where child_key % 10 in (0, 4);
  update initial_cp_conference set outcome_cp_flag = case when child_key % 7 = 0 then null else child_key % 8 > 0 end;
  insert into contact_decisions (contact_decision_id, form, child_key, received_at, source, decided_at, outcome, decided_by)
      select 'k' || contact_id, 'F' || (child_key // 2), child_key,
          cast(contact_date as timestamp) + (child_key % 24) * interval 1 hour, source_code,
          case when child_key % 9 > 0
              then cast(contact_date as timestamp) + (child_key % 24 + child_key % 90) * interval 1 hour end,
          case when child_key % 18 > 0
              then ['referral', 'early help', 'advice', 'no further action', 'other'][child_key % 5 + 1] end,
          case when child_key % 2 = 0 then 'emergency duty worker' else 'team manager' end
      from contacts;
  insert into early_help_episodes (episode_id, child_key, start_date, end_date, end_reason, organisation)
      select 'h' || child_key, child_key, coalesce(close_date, referral_date) + 10,
          case when child_key % 4 > 0 then coalesce(close_date, referral_date) + 10 + child_key end,
          case when child_key % 2 = 0 then 'Needs met' else 'Did not engage' end, 'Family hub'
      from cin_episodes where child_key % 5 > 0;
  insert into management_oversight (management_oversight_id, child_key, assessment_started_on, point, due_on, reviewed_on, tier, team, worker)
      select 'm' || assessment_id, child_key, start_date, 10, start_date + 14,
          case when child_key % 4 > 0 then start_date + 12 + child_key % 6 end,
          case when child_key % 8 = 1 then 'senior' else 'first line' end, team, worker
      from cin_assessments;`
