/**
 * Rows of the templates about audits, reviewing officers, money and procurement, for the world of the measures: enough
 * of each that every series of theirs has cases, with blanks here and there.
 */
export const ASSURANCE_ROWS = `
  insert into audits (audit_id, audit, month, child_key, cohort, team, worker, tool, auditor, due_on, completed_on,
      first_grade, moderated_on, moderated_grade, final_grade) values
      ('au1', 'AU-1', '2014-11', 1, 'child in need', 'North', 'SW-1', 'core audit tool 3', 'team manager', '2014-11-28', '2014-11-27',
       'good', '2014-11-28', 'requires improvement', 'requires improvement'),
      ('au2', 'AU-2', '2014-11', 2, 'child protection', 'South', null, 'core audit tool 3', 'service manager', '2014-11-28', '2014-12-04',
       'outstanding', null, null, 'outstanding'),
      ('au3', 'AU-3', '2014-12', 4, 'looked after', 'North', 'SW-2', 'core audit tool 3', 'practice lead', '2014-12-31', '2014-12-30',
       'inadequate', '2015-01-05', 'requires improvement', 'requires improvement'),
      ('au4', 'AU-4', '2014-12', 5, 'child in need', null, null, 'core audit tool 3', null, '2014-12-31', '2014-12-19',
       'good', '2014-12-22', 'inadequate', 'inadequate'),
      ('au5', 'AU-5', '2015-01', 6, 'child in need', 'South', 'SW-3', 'core audit tool 3', 'practice lead', '2015-01-30', null,
       null, null, null, null),
      ('au6', 'AU-6', '2015-01', 7, 'child in need', 'South', 'SW-3', 'neglect', 'practice lead', '2015-01-30', '2015-01-20',
       'good', null, null, 'good');
  insert into audit_actions (audit_action_id, audit, action, kind, about, owner, raised_on, due_on, closed_on, verified_by) values
      ('aa1', 'AU-1', 1, 'other', 'plan', 'social worker', '2014-11-27', '2014-12-24', '2014-12-22', 'team manager'),
      ('aa2', 'AU-1', 2, 'other', 'plan', 'team manager', '2014-11-27', '2015-02-10', '2015-01-12', 'team manager'),
      ('aa3', 'AU-4', 1, 'immediate safety', 'see the child', 'social worker', '2014-12-19', '2014-12-22', null, null),
      ('aa4', 'AU-9', 1, 'other', 'recording', 'social worker', '2014-12-19', '2015-01-21', '2015-01-21', 'service manager');
  insert into caseload_allocation (caseload_allocation_id, month_end_on, worker, team, role, fte, children, in_assessment,
      in_need, on_protection_plan, looked_after, in_proceedings, leaving_care) values
      ('ir1', '2014-12-31', 'IRO-1', 'Independent review', 'independent reviewing officer', 1.0, 71, 0, 0, 6, 65, 0, 0),
      ('ir2', '2014-12-31', 'IRO-2', 'Independent review', 'independent reviewing officer', 0.6, 40, 0, 0, 0, 40, 0, 0),
      ('ir3', '2015-01-31', 'IRO-1', 'Independent review', 'independent reviewing officer', null, 66, 0, 0, 0, 66, 0, 0);
  insert into budget_lines (budget_line_id, line, title, strand, funding_source, year, budget_pence, forecast_outturn_pence, reason) values
      ('bl1', 'B01', 'Family finding', 'fewer looked-after children', 'Adoption Reform Grant', '2014/15', 4200000, 3000000,
       'post filled later than planned'),
      ('bl2', 'B02', 'Social workers', 'practice quality and leadership', 'corporate resources', '2014/15', 1000000, 1100000, null);
  insert into budget_months (budget_month_id, line, month, planned_pence, spent_pence, expected_pence) values
      ('bm1', 'B01', '2014-04', 350000, 120000, null), ('bm2', 'B01', '2014-12', 350000, 400000, null),
      ('bm3', 'B01', '2015-01', 350000, null, 900000), ('bm4', 'B02', '2014-12', 200000, 210000, null),
      ('bm5', 'B02', '2015-01', 200000, 180001, null);
  insert into care_path (care_path_id, month_end_on, if_nothing_changed, agreed_path) values
      ('cp1', '2014-09-30', 20, 20), ('cp2', '2014-10-31', 20, 19), ('cp3', '2014-11-30', 21, 19),
      ('cp4', '2014-12-31', 21, 18), ('cp5', '2015-01-31', 21, 18), ('cp6', '2015-02-28', 22, 17);
  insert into unit_costs (unit_cost_id, placement_type, means, provider, pence_a_week, from_on, to_on) values
      ('uc1', 'U6', 'Foster placement', 'own', 43000, '2014-04-01', '2014-12-14'),
      ('uc2', 'U6', 'Foster placement', 'own', 44500, '2014-12-15', null),
      ('uc3', 'K2', 'Children’s home', 'bought', 331000, '2014-04-01', '2015-03-31');
  insert into contract_steps (contract_step_id, contract, title, step, planned_on, happened_on, budget_line) values
      ('cs1', 'CT-01', 'Service for children in need', 'need agreed', '2014-11-10', '2014-11-17', 'B02'),
      ('cs2', 'CT-01', 'Service for children in need', 'tender opens', '2015-01-05', '2015-01-05', 'B02'),
      ('cs3', 'CT-01', 'Service for children in need', 'tender closes', '2015-02-09', null, 'B02');
  insert into cla_placement (child_key, cla_id, start_date, end_date, placement_type, provider)
      select child_key, cla_id, start_date, end_date, case when child_key % 8 = 0 then 'K2' else 'U6' end,
          case when child_key % 8 = 0 then 'PR4' else 'PR1' end
      from cla_periods where child_key > 20;
  insert into cla_placement (child_key, cla_id, start_date, end_date, placement_type, provider)
      select child_key, cla_id, start_date, end_date, 'H5', null from cla_periods where child_key <= 20;`
