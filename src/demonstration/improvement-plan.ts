import type { PlanDocument } from '../plan/index.ts'
import { PLAN_ACTIONS } from './plan-actions.ts'
import { PLAN_HISTORY } from './plan-history.ts'

/**
 * Norchester's improvement plan on 5 February 2015: the recommendations of the inspection in our own words, the actions,
 * their evidence and their ratings.
 */
export const IMPROVEMENT_PLAN: PlanDocument = {
  themes: [
    { ref: 'T1', title: 'Practice quality and capacity' },
    { ref: 'T2', title: 'Looked-after children, permanence and leaving care' },
    { ref: 'T3', title: 'Performance information and quality assurance' },
  ],
  recommendations: [
    {
      ref: 'R1',
      theme: 'T1',
      title: 'Caseloads that are manageable, and enough experienced workers',
      asked:
        'Review every worker’s caseload, newly qualified workers’ included; keep caseloads manageable; have enough experienced and qualified staff.',
      source: 'priority_and_immediate',
      owner: 'Head of HR',
      sponsor: 'Deputy Director',
    },
    {
      ref: 'R2',
      theme: 'T1',
      title: 'Early help redesigned with partners',
      asked: 'Redesign early help with partners, so that families are helped before they need social care.',
      source: 'priority_and_immediate',
      owner: 'Head of Early Help',
      sponsor: 'Deputy Director',
    },
    {
      ref: 'R3',
      theme: 'T1',
      title: 'Managers keep a grip on every assessment',
      asked:
        'Robust oversight of the single assessment by first-line and senior managers; children seen and risk judged in time; timeliness reviewed at set points; work recorded to standard.',
      source: 'priority_and_immediate',
      owner: 'Head of Assessment',
      sponsor: 'Deputy Director',
    },
    {
      ref: 'R4',
      theme: 'T1',
      title: 'The allocated worker is at the meeting, with a report shared in time',
      asked:
        'The allocated social worker attends conferences, looked-after reviews and other meetings, with a report that families see in time to understand it and to say what they think.',
      source: 'priority_and_immediate',
      owner: 'Head of Safeguarding',
      sponsor: 'Deputy Director',
    },
    {
      ref: 'R5',
      theme: 'T1',
      title: 'Records up to date, with decisions and reasons',
      asked: 'Records are up to date and show what was decided and why.',
      source: 'priority_and_immediate',
      owner: 'Head of Safeguarding',
      sponsor: 'Deputy Director',
    },
    {
      ref: 'R6',
      theme: 'T2',
      title: 'Return interviews after a child has been missing',
      asked:
        'An independent person interviews each child who comes back after being missing, as statutory guidance asks.',
      source: 'priority_and_immediate',
      owner: 'Children’s rights manager',
      sponsor: 'Deputy Director',
    },
    {
      ref: 'R7',
      theme: 'T3',
      title: 'Reports to the adoption panel that can be relied on',
      asked:
        'Stronger quality assurance of reports to the adoption panel, and a clearer part for the panel itself in it.',
      source: 'area_for_improvement',
      owner: 'Head of Fostering and Adoption',
      sponsor: 'Deputy Director',
    },
  ],
  actions: PLAN_ACTIONS,
  ...PLAN_HISTORY,
}
