import type { Day } from '../../../src/platform/day.ts'
import { numberOf } from '../../day-number.ts'
import type { CaptureRow } from '../capture-row.ts'
import type { CONTRACTS } from '../../../src/standards/capture/templates/money-templates.ts'

type Row = CaptureRow<typeof CONTRACTS>

interface Step {
  step: Row['step']
  plannedOn: Day
  /** Left out while it is to come. */
  happenedOn?: Day
  note?: string
}

/**
 * The service for children in need: the tender closes on 9 February 2015, a provider is decided on the 27th, and the
 * service is to begin in March, which leaves little for the ten days of standstill and for getting ready.
 */
const STEPS: readonly Step[] = [
  { step: 'need agreed', plannedOn: '2014-11-10', happenedOn: '2014-11-17' },
  { step: 'market tested', plannedOn: '2014-12-05', happenedOn: '2014-12-12', note: '14 providers came' },
  { step: 'tender opens', plannedOn: '2015-01-05', happenedOn: '2015-01-05' },
  { step: 'tender closes', plannedOn: '2015-02-09', note: '9 providers have asked for the papers' },
  { step: 'bids evaluated', plannedOn: '2015-02-20' },
  { step: 'provider decided', plannedOn: '2015-02-27' },
  { step: 'standstill ends', plannedOn: '2015-03-09' },
  { step: 'service ready', plannedOn: '2015-03-13' },
  { step: 'service begins', plannedOn: '2015-03-16' },
]

export const contractSteps = (): Row[] =>
  STEPS.map(({ step, plannedOn, happenedOn, note }) => ({
    contract: 'CT-01',
    title: 'Service for children in need',
    step,
    planned_on: numberOf(plannedOn),
    happened_on: happenedOn === undefined ? null : numberOf(happenedOn),
    note: note ?? null,
    budget_line: 'B06',
  }))
