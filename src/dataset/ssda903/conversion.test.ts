import { expect, test } from 'vitest'
import {
  convertedReturn as converted,
  episode,
  inYear,
  returnDay,
  type ReturnRow as Row,
} from '../../../tests/support/return-rows.ts'
import type { Build } from '../building/build.ts'
import { ssda903Conversion } from './conversion.ts'

/** `2018-04-10 to 2018-06-01 (E4A)` of each period, or `to now`. */
async function periodsOf(build: Build): Promise<string[]> {
  const rows = await build.all<{ start_date: string; end_date: string | null; end_reason: string | null }>(
    'select start_date, end_date, end_reason from cla_periods order by child_key, start_date',
  )
  return rows.map(
    ({ start_date, end_date, end_reason }) =>
      `${start_date} to ${end_date ?? 'now'}${end_reason ? ` (${end_reason})` : ''}`,
  )
}

test('episodes that follow on each other are one period of care, which ends as the last of them does', async () => {
  const build = await converted(
    episode('A', 'S 2018-04-10 V2 U6 -> 2018-06-01 X1'),
    episode('A', 'L 2018-06-01 C1 U6 -> 2018-09-03 X1'),
    episode('A', 'P 2018-09-03 C1 K2 -> 2019-01-10 E4A'),
    episode('B', 'S 2018-05-01 V2 U6'),
  )
  expect(await periodsOf(build)).toEqual(['2018-04-10 to 2019-01-10 (E4A)', '2018-05-01 to now'])
})

test('a child who left and was back the next day was in care throughout; back a day later, it is another period', async () => {
  const build = await converted(
    episode('A', 'S 2018-04-10 V2 U6 -> 2018-05-31 E4A'),
    episode('A', 'S 2018-06-01 V2 U6 -> 2018-08-01 E8'),
    episode('B', 'S 2018-04-10 V2 U6 -> 2018-05-31 E4A'),
    episode('B', 'S 2018-06-02 V2 U6'),
  )
  expect(await periodsOf(build)).toEqual([
    '2018-04-10 to 2018-08-01 (E8)',
    '2018-04-10 to 2018-05-31 (E4A)',
    '2018-06-02 to now',
  ])
})

test('an end with X1 says that care goes on, whatever days lie between, unless the next says that it started', async () => {
  const build = await converted(
    episode('A', 'S 2018-04-10 V2 U6 -> 2018-05-31 X1'),
    episode('A', 'P 2018-06-10 V2 U6 -> 2018-08-01 E8'),
    episode('B', 'S 2018-04-10 V2 U6 -> 2018-05-31 X1'),
    episode('B', 'S 2018-06-10 V2 U6'),
    // Nothing follows in the file: care goes on all the same.
    episode('C', 'S 2018-04-10 V2 U6 -> 2018-05-31 X1'),
    // Open, with the reason that some systems write there.
    episode('D', 'S 2018-04-10 V2 U6', { REC: 'X1' }),
  )
  expect(await periodsOf(build)).toEqual([
    '2018-04-10 to 2018-08-01 (E8)',
    '2018-04-10 to 2018-05-31',
    '2018-06-10 to now',
    '2018-04-10 to now',
    '2018-04-10 to now',
  ])
})

test('an episode left open ended when the next began, and one that ends after the next began overlaps it', async () => {
  const build = await converted(
    episode('A', 'S 2018-04-10 V2 U6'),
    episode('A', 'P 2018-06-10 V2 K2 -> 2018-08-01 E8'),
    episode('B', 'S 2018-04-10 V2 U6 -> 2018-08-01 E8'),
    episode('B', 'P 2018-06-10 V2 K2 -> 2018-07-01 X1'),
  )
  expect(await periodsOf(build)).toEqual(['2018-04-10 to 2018-08-01 (E8)', '2018-04-10 to 2018-08-01 (E8)'])
})

test('of an episode in the returns of two years the newer row stands, whichever was read first', async () => {
  const [open, closed] = ['S 2018-02-01 V2 U6', 'S 2018-02-01 V2 U6 -> 2018-06-01 E4A'].map((said) =>
    episode('A', said),
  )
  // What tells the years of the two files: when most of their episodes ended.
  const others = [
    inYear(2018, episode('B', 'S 2017-05-01 V2 U6 -> 2017-08-01 E8')),
    inYear(2019, episode('C', 'S 2018-05-01 V2 U6 -> 2018-08-01 E8')),
  ]
  const rows = [inYear(2018, open!), inYear(2019, closed!)]
  for (const order of [rows, rows.toReversed()]) {
    expect((await periodsOf(await converted(...order, ...others)))[0]).toBe('2018-02-01 to 2018-06-01 (E4A)')
  }
})

test('a child who was looked after at the end of one year, and is not in the next return, left as the next began', async () => {
  const build = await converted(
    inYear(2018, episode('A', 'S 2017-10-01 V2 U6')),
    inYear(2018, episode('B', 'S 2017-05-01 V2 U6 -> 2017-08-01 E8')),
    inYear(2019, episode('C', 'S 2018-05-01 V2 U6 -> 2018-08-01 E8')),
    inYear(2019, episode('D', 'S 2018-05-01 V2 U6')),
  )
  expect((await periodsOf(build)).toSorted()).toEqual([
    '2017-05-01 to 2017-08-01 (E8)',
    '2017-10-01 to 2018-04-01',
    '2018-05-01 to 2018-08-01 (E8)',
    '2018-05-01 to now',
  ])
})

test('need is that of the first episode; unaccompanied is known of all when there is a file of those who are', async () => {
  const episodes = [
    episode('A', 'S 2018-04-10 V2 U6 -> 2018-06-01 X1', { CIN: 'N8' }),
    episode('A', 'L 2018-06-01 C1 U6', { CIN: 'N1' }),
    episode('B', 'S 2018-05-01 V2 U6'),
  ]
  const said = 'select primary_need_code as need, uasc, worker from cla_periods order by child_key'
  expect(await (await converted(...episodes)).all(said)).toEqual([
    { need: 'N8', uasc: null, worker: null },
    { need: 'N1', uasc: null, worker: null },
  ])
  const build = await converted(
    ...episodes,
    ['uasc', { CHILD: 'A', SEX: 'M', DOB: '2003-01-01' }],
    ['social_worker', { CHILD: 'A', SW_ID: 'SW-1', SW_DECOM: '2018-04-10', SW_DEC: '2018-07-01' }],
    ['social_worker', { CHILD: 'A', SW_ID: 'SW-2', SW_DECOM: '2018-07-01', SW_DEC: null }],
    // Handed on, and to nobody that the file knows.
    ['social_worker', { CHILD: 'B', SW_ID: 'SW-1', SW_DECOM: '2018-05-01', SW_DEC: '2018-07-01' }],
  )
  expect(await build.all(said)).toEqual([
    { need: 'N8', uasc: true, worker: 'SW-2' },
    { need: 'N1', uasc: false, worker: null },
  ])
})

test('a spell of legal status and one of placement last until the next, each by its own changes', async () => {
  const home = { PLACE_PROVIDER: 'PR4', PL_POST: 'ZZ1 1AA', URN: 'SC999001' }
  const build = await converted(
    episode('A', 'S 2018-04-10 V2 U6 -> 2018-05-01 X1'),
    episode('A', 'L 2018-05-01 C1 U6 -> 2018-06-01 X1'),
    episode('A', 'P 2018-06-01 C1 K2 -> 2018-07-01 X1', home),
    // Another home of the same kind.
    episode('A', 'P 2018-07-01 C1 K2 -> 2018-08-01 X1', { ...home, URN: 'SC999002' }),
    // It says that the legal status alone changed, and has another placement.
    episode('A', 'L 2018-08-01 C2 U4 -> 2018-09-01 E41'),
  )
  expect(
    await build.all('select legal_status, start_date, end_date from legal_status order by start_date'),
  ).toEqual([
    { legal_status: 'V2', start_date: '2018-04-10', end_date: '2018-05-01' },
    { legal_status: 'C1', start_date: '2018-05-01', end_date: '2018-08-01' },
    { legal_status: 'C2', start_date: '2018-08-01', end_date: '2018-09-01' },
  ])
  const placements = await build.all<Record<string, string | null>>(
    'select start_date, end_date, placement_type, provider, postcode, urn from cla_placement order by start_date',
  )
  expect(placements.map((placement) => Object.values(placement))).toEqual([
    ['2018-04-10', '2018-06-01', 'U6', null, null, null],
    ['2018-06-01', '2018-07-01', 'K2', 'PR4', 'ZZ1 1AA', 'SC999001'],
    ['2018-07-01', '2018-08-01', 'K2', 'PR4', 'ZZ1 1AA', 'SC999002'],
    ['2018-08-01', '2018-09-01', 'U4', null, null, null],
  ])
})

test('the window is the year of the return, and goes back over years whose ends are there too', async () => {
  const ended = (child: string, on: string): Row => episode(child, `S 2015-06-01 V2 U6 -> ${on} E8`)
  const from = async (...rows: Row[]) => ssda903Conversion.windowOf(await converted(...rows), returnDay)
  expect(await from(ended('A', '2018-06-01'))).toBe('2018-04-01')
  expect(await from(ended('A', '2018-06-01'), ended('B', '2017-06-01'))).toBe('2017-04-01')
  // No return of 2018: what that of 2017 holds is not joined to this one's.
  expect(await from(ended('A', '2018-06-01'), ended('B', '2016-06-01'))).toBe('2018-04-01')
  // One day in twenty of the year before is mistyped.
  const twenty = Array.from({ length: 20 }, (_, at) => ended(`C${at}`, '2018-06-01'))
  expect(await from(...twenty, ended('B', '2017-06-01'))).toBe('2018-04-01')
})

test('a period that begins otherwise than with a start of care is told from an entry', async () => {
  const build = await converted(
    episode('A', 'S 2018-04-10 V2 U6 -> 2018-06-01 X1'),
    episode('A', 'L 2018-06-01 C1 U6'),
    episode('B', 'P 2018-04-10 V2 U6'),
  )
  expect(await build.all('select entered from cla_periods order by child_key')).toEqual([
    { entered: true },
    { entered: false },
  ])
})

test('the carer stayed where a placement began with T or U', async () => {
  const build = await converted(
    episode('A', 'S 2018-04-10 V2 U6 -> 2018-06-01 X1'),
    episode('A', 'T 2018-06-01 V2 U5 -> 2018-07-01 X1'),
    episode('A', 'B 2018-07-01 C1 K2'),
  )
  expect(await build.all('select same_carer from cla_placement order by start_date')).toEqual([
    { same_carer: false },
    { same_carer: true },
    { same_carer: false },
  ])
})

test('the social workers of a child stand one after another, each as the child’s own', async () => {
  const worker = (id: string, from: string, to: string | null): Row => [
    'social_worker',
    { CHILD: 'A', SW_ID: id, SW_DECOM: from, SW_DEC: to, SW_REASON: 'MANAGE' },
  ]
  const build = await converted(
    episode('A', 'S 2018-04-10 V2 U6'),
    worker('SW-1', '2018-04-10', '2018-09-01'),
    worker('SW-2', '2018-09-01', null),
  )
  expect(
    await build.all('select worker, start_date, end_date, is_primary from involvements order by start_date'),
  ).toEqual([
    { worker: 'SW-1', start_date: '2018-04-10', end_date: '2018-09-01', is_primary: true },
    { worker: 'SW-2', start_date: '2018-09-01', end_date: null, is_primary: true },
  ])
})
