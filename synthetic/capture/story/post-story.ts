import type { Day } from '../../../src/platform/day.ts'
import { numberOf, type DayNumber } from '../../day-number.ts'
import type { ExtractView } from '../../extract-view.ts'
import type { CaptureRow } from '../capture-row.ts'
import type { POSTS } from '../../../src/standards/capture/templates/people-templates.ts'

interface StoryPost {
  codes: readonly string[]
  team: string
  role: string
  createdOn: Day
  spells: readonly StorySpell[]
}

interface StorySpell {
  state: CaptureRow<typeof POSTS>['state']
  from: Day
  /** The day before the next spell; left out of the last. */
  to?: Day
  /** The worker's code; left out of a vacancy, and of one who is yet to come. */
  worker?: string
  advertisedOn?: Day
  appointedOn?: Day
}

const agreed: Day = '2014-10-20'

/** Posts of the investment case that hold no cases yet: who comes when, and what is empty meanwhile. */
const STORY_POSTS: readonly StoryPost[] = [
  {
    codes: ['IC-01'],
    team: 'Contact centre',
    role: 'social worker',
    createdOn: agreed,
    spells: [
      { state: 'vacant', from: agreed, to: '2014-12-31' },
      { state: 'agency', from: '2015-01-01', to: '2015-02-28', worker: 'AG-41' },
      { state: 'permanent', from: '2015-03-01', advertisedOn: '2014-11-10', appointedOn: '2014-12-15' },
    ],
  },
  {
    codes: ['IC-02'],
    team: 'Contact centre',
    role: 'social worker',
    createdOn: agreed,
    spells: [
      { state: 'vacant', from: agreed, to: '2015-02-28' },
      { state: 'permanent', from: '2015-03-01', advertisedOn: '2014-11-10', appointedOn: '2014-12-15' },
    ],
  },
  {
    codes: ['IC-03'],
    team: 'Multi-agency safeguarding hub',
    role: 'operations manager',
    createdOn: agreed,
    spells: [
      { state: 'vacant', from: agreed, to: '2015-02-22' },
      { state: 'permanent', from: '2015-02-23', advertisedOn: '2014-11-10', appointedOn: '2014-12-22' },
    ],
  },
  {
    codes: ['IC-04'],
    team: 'Multi-agency safeguarding hub',
    role: 'business support officer',
    createdOn: agreed,
    spells: [{ state: 'vacant', from: agreed }],
  },
  {
    codes: ['IC-05', 'IC-06'],
    team: 'Emergency duty and domestic abuse conference',
    role: 'social worker',
    createdOn: '2014-11-03',
    spells: [{ state: 'vacant', from: '2014-11-03' }],
  },
  {
    codes: ['IC-07', 'IC-08'],
    team: 'Care planning',
    role: 'care planning social worker',
    createdOn: agreed,
    spells: [
      { state: 'vacant', from: agreed, to: '2014-11-30' },
      { state: 'agency', from: '2014-12-01', worker: 'AG-42' },
    ],
  },
  {
    codes: ['IC-09'],
    team: 'Care planning',
    role: 'care planning social worker',
    createdOn: agreed,
    spells: [{ state: 'vacant', from: agreed }],
  },
  {
    codes: ['IC-10', 'IC-11', 'IC-12', 'IC-13'],
    team: 'Early help',
    role: 'early help worker',
    createdOn: '2015-04-01',
    spells: [{ state: 'vacant', from: '2015-04-01' }],
  },
  {
    codes: ['LT-01'],
    team: 'Leadership',
    role: 'head of safeguarding',
    createdOn: '2012-04-01',
    spells: [
      { state: 'vacant', from: '2014-12-20', to: '2015-02-01' },
      { state: 'agency', from: '2015-02-02', appointedOn: '2015-01-14' },
    ],
  },
  {
    codes: ['LT-02'],
    team: 'Leadership',
    role: 'deputy director',
    createdOn: agreed,
    spells: [{ state: 'vacant', from: agreed }],
  },
  {
    codes: ['LT-03'],
    team: 'Leadership',
    role: 'head of fostering and adoption',
    createdOn: '2012-04-01',
    spells: [{ state: 'vacant', from: '2015-01-05' }],
  },
]

/** What was known on the day of the extract of the posts that the investment case pays for, and of those that lead. */
export function* storyPosts({ asAt }: ExtractView): Generator<CaptureRow<typeof POSTS>> {
  const byNow = (day: Day | undefined): DayNumber | null =>
    day !== undefined && numberOf(day) <= asAt ? numberOf(day) : null
  for (const { codes, team, role, createdOn, spells } of STORY_POSTS) {
    for (const [index, code] of codes.entries()) {
      for (const { state, from, to, worker, advertisedOn, appointedOn } of spells) {
        const isOver = byNow(to) !== null
        const isToCome = numberOf(from) > asAt
        // A start that is agreed is there before its day; so does a post that is agreed.
        if (isToCome && createdOn !== from && byNow(appointedOn) === null) continue
        yield {
          post: code,
          team,
          role,
          fte: 1,
          created_on: numberOf(createdOn),
          state,
          worker: isToCome || worker === undefined ? null : nextCode(worker, index),
          from_on: numberOf(from),
          to_on: isOver ? byNow(to) : null,
          ended_because: isOver ? (state === 'vacant' ? 'filled' : 'agency work ended') : null,
          advertised_on: byNow(advertisedOn),
          appointed_on: byNow(appointedOn),
          started_on: state === 'vacant' || isToCome ? null : numberOf(from),
        }
      }
    }
  }
}

/** `AG-42` and one more is `AG-43`. */
function nextCode(worker: string, more: number): string {
  const [letters, number] = worker.split('-')
  return `${letters}-${Number(number) + more}`
}
