import type { ListSpec } from '../../src/standards/annex-a/list-spec.ts'
import { ANNEX_A_LISTS } from '../../src/standards/annex-a/lists.ts'
import { formatDay, type Day } from '../../src/platform/day.ts'
import { dayOf } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import type { CouncilPlan } from '../plans/council-plan.ts'
import type { AnnexAWindow } from './list-window.ts'

/** What an extract is called in its own files. */
export interface ExtractTitle {
  council: string
  window: AnnexAWindow
  asAt: Day
  /** The first month whose figures the files are made to show. */
  shownFrom: Day
  from: Day
  recordedTo: Day
}

export const extractTitle = (plan: CouncilPlan, view: ExtractView, window: AnnexAWindow): ExtractTitle => ({
  council: plan.name,
  window,
  asAt: dayOf(view.asAt),
  shownFrom: plan.shownFrom,
  from: dayOf(view.from),
  recordedTo: dayOf(view.recordedTo),
})

export const INVENTED = 'Every child, adopter and worker here is invented.'

/** The row above the headers of a list. */
export const listTitle = ({ number, name }: ListSpec, { council, asAt }: ExtractTitle): string =>
  `List ${number}: ${name}. ${council}, as at ${formatDay(asAt)}. ${INVENTED}`

/** The front sheet: what the extract is, and how many rows each list has. */
export function frontRows(title: ExtractTitle, rows: (list: number) => number): (string | number)[][] {
  const { council, asAt, recordedTo } = title
  return [
    [`Annex A: child-level data of ${council}, as at ${formatDay(asAt)}`],
    [`${INVENTED} ${council} does not exist.`],
    ...windowLines(title).map((line) => [line]),
    [`Taken on ${formatDay(recordedTo)}: what was recorded after that day is not in it.`],
    [],
    ['List', 'Rows'],
    ...ANNEX_A_LISTS.map(({ number, name }) => [`List ${number}: ${name}`, rows(number)]),
  ]
}

function windowLines({ window, asAt, shownFrom, from }: ExtractTitle): string[] {
  if (window === 'ofsted') {
    return [
      'Lists 1 to 8 go back six months, lists 10 and 11 twelve, as Ofsted asks. Lists 6 to 8 hold each child’s latest ' +
        'episode, plan or period; list 9 holds those who are care leavers on the day.',
    ]
  }
  return [
    `The months shown are those from ${formatDay(shownFrom)} to ${formatDay(asAt)}.`,
    `Rows begin on ${formatDay(from)}: 13 months more, so that earlier referrals can be seen.`,
    'Ofsted asks for the last six months, and in lists 6 to 8 for the latest episode alone. Here every episode that ' +
      'was going on in the period has a row, so that each month end can be counted.',
  ]
}
