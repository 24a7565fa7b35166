import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, expectTypeOf, test } from 'vitest'
import type * as access from '../src/access/index.ts'
import {
  allow,
  accessMigrations,
  LacksPermission,
  operator,
  type Pass,
  type Person,
} from '../src/access/index.ts'
import { readAccessLog } from '../src/access/access-log-store.ts'
import type * as board from '../src/board/index.ts'
import type * as dataset from '../src/dataset/index.ts'
import { childReader, type SealedSnapshot } from '../src/dataset/index.ts'
import type { SnapshotRows } from '../src/dataset/rows.ts'
import type * as loads from '../src/loads/index.ts'
import type * as caseList from '../src/measures/figures/case-list.ts'
import type * as figureRead from '../src/measures/figures/figure-read.ts'
import type * as measures from '../src/measures/index.ts'
import { casesBehind, type MeasureFigures, type Point } from '../src/measures/index.ts'
import type * as oversight from '../src/oversight/web.ts'
import type * as performance from '../src/performance/index.ts'
import type * as plan from '../src/plan/index.ts'
import { stoppedClock } from '../src/platform/day.ts'
import type * as quality from '../src/quality/index.ts'
import { measured } from './support/measured.ts'
import { onBothStores } from './support/stores.ts'

/* Figures only through a reader made with a pass; rows about children only through one that writes the access log. */

const root = join(import.meta.dirname, '..', 'src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
)
const text = (file: string) => readFileSync(join(root, file), 'utf8')
const importsOf = (file: string): string[] =>
  [...text(file).matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'/g)].map((match) =>
    relative(root, join(root, dirname(file), match[1]!)),
  )

/** The files that read a snapshot's rows as they are, and what of theirs a room hands out: questions, counts and words. */
const ROW_READERS: Readonly<Record<string, readonly string[]>> = {
  'dataset/facts.ts': ['factsIn', 'teamNamesIn'],
  'dataset/readers.ts': ['childQuestion', 'childReader', 'questionOutside'],
  'demonstration/install.ts': [],
  'loads/load-problem-read.ts': [],
  'measures/figures/availability-read.ts': [],
  'measures/figures/case-list.ts': [
    'aboutChild',
    'casesBehind',
    'countCases',
    'countWithheld',
    'childrenNumbered',
  ],
  'measures/figures/child-ref.ts': ['childRef'],
  'measures/figures/figure-check.ts': [],
  'measures/figures/figure-read.ts': [],
  'measures/figures/month-total.ts': [],
  'measures/figures/series-doubt.ts': ['describeDoubt', 'isDoubtful', 'isMonthDoubtful'],
  'measures/postgres/engine-check.ts': ['compareEngines'],
  'measures/postgres/postgres-engine.ts': ['measuresOnPostgres'],
  'oversight/home/held-children.ts': [],
  'oversight/conferences/meeting-read.ts': [],
  'oversight/lists/list-proof.ts': [],
  'oversight/lists/list-stored.ts': ['listsToldIn'],
  'oversight/taskforce/snapshot-read.ts': [],
  'quality/quality-read.ts': ['qualityCases', 'qualityIn', 'qualityOf'],
  'quality/reconciliation-read.ts': ['reconciliationIn'],
}

test('the rows of a snapshot are read in these files and in no other', () => {
  const readers = files.filter((file) => importsOf(file).includes('dataset/rows.ts'))
  expect(readers.sort()).toEqual(Object.keys(ROW_READERS).sort())
})

test('of those files a room hands out questions, counts and words, and no rows', () => {
  const doors = files.filter((file) => /^\w+\/(index|web|room)\.tsx?$/.test(file))
  const handedOut = doors.flatMap((door) =>
    [...text(door).matchAll(/export (?!type)\{([^}]*)\} from '([^']+)'/g)].flatMap(
      ([, names = '', from = '']) => {
        const file = relative(root, join(root, dirname(door), from))
        const values = names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name && !name.startsWith('type '))
        return file in ROW_READERS ? values.map((name) => ({ file, name })) : []
      },
    ),
  )
  expect(handedOut.length).toBeGreaterThan(5)
  expect(handedOut.filter(({ file, name }) => !ROW_READERS[file]!.includes(name))).toEqual([])
})

test('nobody writes that rows about children were read but the reader that hands them out', () => {
  const writers = files.filter((file) => /\brecordRead\(/.test(text(file)) && !file.startsWith('access/'))
  expect(writers).toEqual(['dataset/readers.ts'])
})

type ChildRow = { child_id: unknown } | { childId: unknown } | { personId: unknown } | { child_key: unknown }
type Item<T> = T extends readonly (infer I)[]
  ? Item<I>
  : T extends ReadonlyMap<unknown, infer V>
    ? Item<V>
    : T
/** The functions that answer figures or rows about children to someone who shows no pass. */
type RawReads<Room> = {
  [Name in keyof Room]: Room[Name] extends (...given: infer Given) => Promise<infer Answer>
    ? [Item<Answer>] extends [ChildRow | MeasureFigures | Point]
      ? [Extract<Given[number], Pass>] extends [never]
        ? Name
        : never
      : never
    : never
}[keyof Room]

test('no room hands out a function that answers figures or rows about children without a pass', () => {
  expectTypeOf<RawReads<typeof access>>().toEqualTypeOf<never>()
  expectTypeOf<RawReads<typeof board>>().toEqualTypeOf<never>()
  expectTypeOf<RawReads<typeof dataset>>().toEqualTypeOf<never>()
  expectTypeOf<RawReads<typeof loads>>().toEqualTypeOf<never>()
  expectTypeOf<RawReads<typeof measures>>().toEqualTypeOf<never>()
  expectTypeOf<RawReads<typeof oversight>>().toEqualTypeOf<never>()
  expectTypeOf<RawReads<typeof performance>>().toEqualTypeOf<never>()
  expectTypeOf<RawReads<typeof plan>>().toEqualTypeOf<never>()
  expectTypeOf<RawReads<typeof quality>>().toEqualTypeOf<never>()
  // The files behind the measures' door do have some.
  expectTypeOf<RawReads<typeof figureRead>>().toEqualTypeOf<'figures' | 'allFigures'>()
  expectTypeOf<RawReads<typeof caseList>>().toEqualTypeOf<'allCases' | 'casesInScope'>()
})

const clock = stoppedClock('2015-02-05')
const manager: Person = {
  id: 'per_manager',
  council: 'norchester',
  name: 'Team manager',
  role: 'team_manager',
  scope: { kind: 'team', teams: ['North'] },
}
const insert = `
  insert into person (child_key, person_id) values (1, 'N-1'), (2, 'N-2'), (3, 'N-3');
  insert into referrals (referral_id, child_key, referral_date, artificial, team) values
      ('r1', 1, '2015-01-05', false, 'North'), ('r2', 2, '2015-01-06', false, 'North'),
      ('r3', 3, '2015-01-07', false, 'South');`
const purpose = { what: 'cases', subject: 'fd-referrals 2015-01', why: 'their own team' } as const

onBothStores(accessMigrations, (open) => {
  test('rows about children are answered once the log says who was shown which, and why', async () => {
    const store = await open()
    const { records } = store
    const snapshot = await measured({ asAt: '2015-01-31', insert }, 'fd-referrals')
    const question = casesBehind(snapshot, 'fd-referrals', { period: '2015-01' })
    const reader = childReader({ records, clock }, allow(manager, 'cases:read'))
    const rows = await reader.read(question, purpose)
    expect(rows.map(({ case_id }) => case_id)).toEqual(['r1', 'r2'])
    const { entries } = await readAccessLog(records, allow(operator('norchester'), 'access-log:read'), 1)
    expect(entries).toMatchObject([{ personId: 'per_manager', ...purpose, children: ['N-1', 'N-2'] }])
    await store.close()
  })

  test('what cannot be written in the log is not answered', async () => {
    const store = await open()
    const { records } = store
    const snapshot = await measured({ asAt: '2015-01-31', insert }, 'fd-referrals')
    const reader = childReader({ records, clock }, allow(manager, 'cases:read'))
    await records.schema.dropTable('access_log').execute()
    const question = casesBehind(snapshot, 'fd-referrals', { period: '2015-01' })
    await expect(reader.read(question, purpose)).rejects.toThrow('access_log')
    await store.close()
  })
})

test('a route that reads rows without a pass, a purpose or the log cannot be written', () => {
  const readRows = (snapshot: SealedSnapshot, reader: ReturnType<typeof childReader>) => {
    // @ts-expect-error a snapshot answers no rows by itself
    void snapshot.all('select * from person')
    const question = casesBehind(snapshot, 'fd-referrals', { period: '2015-01' })
    // @ts-expect-error a question answers nothing by itself
    void question.read()
    // @ts-expect-error a reader wants to know what for
    void reader.read(question)
    // @ts-expect-error a person is no pass
    void childReader({ records: undefined!, clock }, manager)
    // @ts-expect-error the right to see figures is no right to see children
    void childReader({ records: undefined!, clock }, allow(manager, 'figures:read'))
  }
  expect(readRows).toBeTypeOf('function')
  expectTypeOf<SealedSnapshot>().not.toExtend<SnapshotRows>()
  expect(() => allow({ ...manager, role: 'board_member' }, 'cases:read')).toThrow(LacksPermission)
})
