import type { Day } from '../../platform/day.ts'
import { dueOn, OUTCOMES, STATES, stateOf, TRIAGE, type TaskforceCase } from './taskforce-case.ts'
import { taskforceHref } from './taskforce.ts'

/** How the children of a taskforce are narrowed; every part is in the address. */
export interface ChildrenQuery {
  list?: 'frozen' | 'joined'
  state?: keyof typeof STATES
  mark?: keyof typeof TRIAGE | 'none'
  outcome?: keyof typeof OUTCOMES
  worker?: string
  /** Past the working days allowed. */
  late?: 'yes'
  /** Drawn for moderation and re-assessed. */
  drawn?: 'yes'
  page?: number
}

const oneOf = <Value extends string>(
  value: string | undefined,
  values: readonly Value[],
): Value | undefined => values.find((one) => one === value)

const keysOf = <Value extends string>(record: Readonly<Record<Value, string>>): Value[] =>
  Object.keys(record) as Value[]

/** What is not known of a query is left out, so that an old address still opens. */
export function readChildrenQuery(query: Readonly<Record<string, string>>): ChildrenQuery {
  const read = {
    list: oneOf(query['list'], ['frozen', 'joined'] as const),
    state: oneOf(query['state'], keysOf(STATES)),
    mark: oneOf(query['mark'], [...keysOf(TRIAGE), 'none' as const]),
    outcome: oneOf(query['outcome'], keysOf(OUTCOMES)),
    worker: query['worker'] || undefined,
    late: oneOf(query['late'], ['yes'] as const),
    drawn: oneOf(query['drawn'], ['yes'] as const),
    page: Number(query['page']) > 1 ? Math.floor(Number(query['page'])) : undefined,
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as ChildrenQuery
}

export function childrenHref(id: string, query: ChildrenQuery, file = ''): string {
  const text = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)] as [string, string]),
  ).toString()
  return `${taskforceHref(id)}/children${file}${text && `?${text}`}`
}

const MARK_ORDER = ['urgent', 'soon', 'routine'] as const
const orderOf = ({ triage }: TaskforceCase): number =>
  triage === null ? MARK_ORDER.length : MARK_ORDER.indexOf(triage)

/** Past the last working day of the framework, and not authorised. */
export const isLate = (child: TaskforceCase, daysAllowed: number, today: Day): boolean =>
  stateOf(child, today) === 'working' && dueOn(child, daysAllowed)! < today

/** Those whom a query asks for: urgent first, then those open longest. */
export function narrowed(
  cases: readonly TaskforceCase[],
  query: ChildrenQuery,
  {
    daysAllowed,
    today,
    isDrawn,
  }: { daysAllowed: number; today: Day; isDrawn: (child: TaskforceCase) => boolean },
): TaskforceCase[] {
  return cases
    .filter(
      (child) =>
        child.list === (query.list ?? 'frozen') &&
        (!query.state || stateOf(child, today) === query.state) &&
        (!query.mark || (query.mark === 'none' ? child.triage === null : child.triage === query.mark)) &&
        (!query.outcome || child.outcome === query.outcome) &&
        (!query.worker || child.taskforceWorker === query.worker) &&
        (!query.late || isLate(child, daysAllowed, today)) &&
        (!query.drawn || (isDrawn(child) && child.authorisedOn !== null)),
    )
    .sort(
      (left, right) =>
        orderOf(left) - orderOf(right) ||
        (left.openSince < right.openSince ? -1 : left.openSince > right.openSince ? 1 : 0) ||
        (left.child < right.child ? -1 : 1),
    )
}
