import { code, day, key, text, to, type SsdTables } from './field.ts'

/** Education, health and care plans. */
export const EDUCATION_TABLES = {
  /** SEND identifiers of a person. */
  send: {
    send_table_id: key,
    send_upn: text,
    send_uln: text,
    send_upn_unknown: code('send_upn_unknown'),
    send_person_id: to('person.pers_person_id'),
  },
  /** Requests for an EHC needs assessment. */
  ehcp_requests: {
    ehcr_ehcp_request_id: key,
    ehcr_send_table_id: to('send.send_table_id'),
    ehcr_ehcp_req_date: day,
    ehcr_ehcp_req_outcome_date: day,
    ehcr_ehcp_req_outcome: code('ehc_request_outcome'),
  },
  /** EHC needs assessments. */
  ehcp_assessment: {
    ehca_ehcp_assessment_id: key,
    ehca_ehcp_request_id: to('ehcp_requests.ehcr_ehcp_request_id'),
    ehca_ehcp_assessment_outcome_date: day,
    ehca_ehcp_assessment_outcome: code('ehc_assessment_outcome'),
    ehca_ehcp_assessment_exceptions: code('zero_one'),
  },
  /** EHC plans issued. */
  ehcp_named_plan: {
    ehcn_named_plan_id: key,
    ehcn_ehcp_asmt_id: to('ehcp_assessment.ehca_ehcp_assessment_id'),
    ehcn_named_plan_start_date: day,
    ehcn_named_plan_ceased_date: day,
    ehcn_named_plan_ceased_reason: code('ehc_ceased'),
  },
  /** EHC plans in force. */
  ehcp_active_plans: {
    ehcp_active_ehcp_id: key,
    ehcp_ehcp_request_id: to('ehcp_requests.ehcr_ehcp_request_id'),
    ehcp_active_ehcp_last_review_date: day,
  },
  /** Types of SEN need on a plan. */
  sen_need: {
    senn_table_id: key,
    senn_active_ehcp_id: to('ehcp_active_plans.ehcp_active_ehcp_id'),
    senn_active_ehcp_need_type: code('sen_need'),
    senn_active_ehcp_need_rank: text,
  },
} as const satisfies SsdTables
