import type { DayNumber } from '../day-number.ts'
import { pupilNumber, whyNoPupilNumber } from '../ssda903/pupil-number.ts'
import type { ChildInWindow } from './child-in-window.ts'
import type { SsdFiles } from './ssd-files.ts'

/** Children and Families Act 2014: whether to assess is decided within six weeks. */
const DAYS_TO_DECIDE = 42

/** The request for an education, health and care plan, and what came of it. Child-level. */
export function writeEducation({ child, education, view }: ChildInWindow, files: SsdFiles): void {
  if (!education) return
  const by = (day: DayNumber | null) => (day !== null && day <= view.asAt ? day : null)
  const [send, request, assessment] = [`${child.id}-SE`, `${child.id}-SR`, `${child.id}-SA`]
  const [plan, active] = [`${child.id}-SP`, `${child.id}-SC`]
  const upn = pupilNumber(child, view.asAt)
  const agreedOn = by(education.agreedOn)
  const issuedOn = by(education.issuedOn)
  const ceasedOn = by(education.ceasedOn)
  const isUndecided = agreedOn === null && view.asAt - education.requestedOn <= DAYS_TO_DECIDE
  files.row('send', {
    send_table_id: send,
    send_upn: upn,
    send_upn_unknown: upn === null ? reasonOf(whyNoPupilNumber(child, view.asAt)) : null,
    send_person_id: child.id,
  })
  files.row('ehcp_requests', {
    ehcr_ehcp_request_id: request,
    ehcr_send_table_id: send,
    ehcr_ehcp_req_date: education.requestedOn,
    ehcr_ehcp_req_outcome_date: agreedOn,
    ehcr_ehcp_req_outcome: isUndecided ? 'A' : agreedOn === null ? 'N' : 'Y',
  })
  if (agreedOn === null) return
  files.row('ehcp_assessment', {
    ehca_ehcp_assessment_id: assessment,
    ehca_ehcp_request_id: request,
    ehca_ehcp_assessment_outcome_date: issuedOn,
    ehca_ehcp_assessment_outcome: issuedOn === null ? 'A' : 'Y',
  })
  if (issuedOn === null) return
  files.row('ehcp_named_plan', {
    ehcn_named_plan_id: plan,
    ehcn_ehcp_asmt_id: assessment,
    ehcn_named_plan_start_date: issuedOn,
    ehcn_named_plan_ceased_date: ceasedOn,
  })
  if (ceasedOn !== null) return
  files.row('ehcp_active_plans', { ehcp_active_ehcp_id: active, ehcp_ehcp_request_id: request })
  files.row('sen_need', {
    senn_table_id: `${active}-1`,
    senn_active_ehcp_id: active,
    senn_active_ehcp_need_type: education.need,
    senn_active_ehcp_need_rank: '1',
  })
}

/** Here a number that is not known yet is UN8: the child is new to the authority. */
const reasonOf = (code: string): string => (code === 'UN4' ? 'UN8' : code)
