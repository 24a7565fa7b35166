import { EHC_CEASED, EHC_OUTCOMES, SEND_UPN_UNKNOWN, SEN_NEEDS } from '../code-lists.ts'
import { day, id, ssdTable, to, words, wordsOf, zeroOne } from '../ssd-table.ts'

/** Education, health and care plans. Few systems fill them yet: they are read when there is something in them. */
export const EDUCATION_TABLES = {
  send: ssdTable('send', {
    name: 'SEND identifiers',
    prefix: 'send',
    id: 'send_table_id',
    subject: 'send_person_id',
    columns: {
      send_table_id: id,
      send_upn: id,
      send_uln: id,
      send_upn_unknown: wordsOf(SEND_UPN_UNKNOWN),
      send_person_id: to('person.pers_person_id'),
    },
  }),
  ehcp_requests: ssdTable('ehcp_requests', {
    name: 'Requests for an education, health and care assessment',
    prefix: 'ehcr',
    id: 'ehcr_ehcp_request_id',
    columns: {
      ehcr_ehcp_request_id: id,
      ehcr_send_table_id: to('send.send_table_id'),
      ehcr_ehcp_req_date: day,
      ehcr_ehcp_req_outcome_date: day,
      ehcr_ehcp_req_outcome: wordsOf(EHC_OUTCOMES),
    },
  }),
  ehcp_assessment: ssdTable('ehcp_assessment', {
    name: 'Education, health and care assessments',
    prefix: 'ehca',
    id: 'ehca_ehcp_assessment_id',
    columns: {
      ehca_ehcp_assessment_id: id,
      ehca_ehcp_request_id: to('ehcp_requests.ehcr_ehcp_request_id'),
      ehca_ehcp_assessment_outcome_date: day,
      ehca_ehcp_assessment_outcome: wordsOf(EHC_OUTCOMES),
      ehca_ehcp_assessment_exceptions: zeroOne,
    },
  }),
  ehcp_named_plan: ssdTable('ehcp_named_plan', {
    name: 'Education, health and care plans issued',
    prefix: 'ehcn',
    id: 'ehcn_named_plan_id',
    columns: {
      ehcn_named_plan_id: id,
      ehcn_ehcp_asmt_id: to('ehcp_assessment.ehca_ehcp_assessment_id'),
      ehcn_named_plan_start_date: day,
      ehcn_named_plan_ceased_date: day,
      ehcn_named_plan_ceased_reason: wordsOf(EHC_CEASED),
    },
  }),
  ehcp_active_plans: ssdTable('ehcp_active_plans', {
    name: 'Education, health and care plans in force',
    prefix: 'ehcp',
    id: 'ehcp_active_ehcp_id',
    columns: {
      ehcp_active_ehcp_id: id,
      ehcp_ehcp_request_id: to('ehcp_requests.ehcr_ehcp_request_id'),
      ehcp_active_ehcp_last_review_date: day,
    },
  }),
  sen_need: ssdTable('sen_need', {
    name: 'Special educational needs',
    prefix: 'senn',
    id: 'senn_table_id',
    columns: {
      senn_table_id: id,
      senn_active_ehcp_id: to('ehcp_active_plans.ehcp_active_ehcp_id'),
      senn_active_ehcp_need_type: wordsOf(SEN_NEEDS),
      senn_active_ehcp_need_rank: words,
    },
  }),
}
