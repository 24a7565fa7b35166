import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { norchesterFolder } from '../../tests/support/demonstration.ts'
import { runCommandLine } from './index.ts'

/** The scripting contract: shapes and exit codes that other programs rely on. */

interface Run {
  code: number
  out: string
  said: string
}

let dataDir: string
let remove: () => void
beforeAll(async () => {
  ;({ dataDir, remove } = await norchesterFolder())
})
afterAll(() => remove?.())

async function waymark(...words: string[]): Promise<Run> {
  let out = ''
  let said = ''
  const terminal = {
    out: (text: string) => void (out += text),
    say: (text: string) => void (said += `${text}\n`),
    progress: () => {},
  }
  const code = await runCommandLine(['node', 'waymark', '--data', dataDir, ...words], terminal)
  return { code, out, said }
}

const json = async <T>(...words: string[]): Promise<T> =>
  JSON.parse((await waymark(...words, '--json')).out) as T

interface AnyPoint {
  period: string
  split: string | null
  numerator: number | null
  denominator: number | null
  value: number | null
  provisional: boolean
}

describe('measures', () => {
  test('the catalogue gives each series with what it asks, counts, needs and whether it can be answered', async () => {
    const catalogue = await json<Record<string, unknown>[]>('measures')
    expect(catalogue.map(({ id }) => id)).toContain('as-completed-45wd.from_referral')
    const keys = [
      'id',
      'title',
      'area',
      'asks',
      'unit',
      'kind',
      'timing',
      'polarity',
      'numerator',
      'denominator',
    ]
    for (const entry of catalogue) {
      for (const key of [...keys, 'leavesOut', 'clock', 'standard', 'needs', 'version', 'available', 'why']) {
        expect(Object.keys(entry)).toContain(key)
      }
    }
  })

  test('a measure answers points, and its list has as many cases as each says', async () => {
    const figures = await json<{ id: string; asAt: string; points: AnyPoint[] }>(
      'measure',
      'as-completed-45wd',
      '--from',
      '2014-12',
      '--to',
      '2015-01',
    )
    expect(figures).toMatchObject({ id: 'as-completed-45wd', asAt: '2015-01-31', version: '1', unit: '%' })
    expect(figures.points.map(({ period }) => period)).toEqual(['2014-12', '2015-01'])
    for (const point of figures.points) {
      const met = await json<{ count: number; cases: unknown[] }>(
        'cases',
        'as-completed-45wd',
        '--period',
        point.period,
        '--met',
        'yes',
      )
      const all = await json<{ count: number; cases: unknown[] }>(
        'cases',
        'as-completed-45wd',
        '--period',
        point.period,
        '--met',
        'all',
      )
      expect([met.count, met.cases.length]).toEqual([point.numerator, point.numerator])
      expect([all.count, all.cases.length]).toEqual([point.denominator, point.denominator])
    }
  })

  test('a case says when it began, when it was due and how long it is past that, and the list who needs action', async () => {
    const list = await json<{ needsAction: object; cases: Record<string, string | number | null>[] }>(
      'cases',
      'as-open-review-points.gt45',
      '--period',
      '2015-01',
    )
    expect(list.needsAction).toEqual({ met: 'yes', words: 'past day 45' })
    const late = list.cases.filter(({ met }) => met)
    expect(late.length).toBeGreaterThan(0)
    for (const { starts_on, due_on, days_over, value } of late) {
      expect(String(starts_on) < String(due_on)).toBe(true)
      expect(days_over).toBe(Number(value) - 45)
    }
    const said = await waymark('cases', 'as-open-review-points.gt45', '--period', '2015-01')
    expect(said.said).toContain('--met yes lists those past day 45.')
  })

  test('a case is the contract’s seven keys, and the three of its clock', async () => {
    const { cases } = await json<{ cases: object[] }>('cases', 'fd-referrals', '--period', '2015-01')
    expect(Object.keys(cases[0]!)).toEqual([
      'child_id',
      'case_id',
      'on_date',
      'team',
      'worker',
      'met',
      'value',
      'starts_on',
      'due_on',
      'days_over',
    ])
  })

  test('one team’s list adds to the split by team', async () => {
    const { points } = await json<{ points: AnyPoint[] }>(
      'measure',
      'as-completed-45wd',
      '--from',
      '2015-01',
      '--by',
      'team',
    )
    const team = points.find(({ split }) => split !== null)!
    const { count } = await json<{ count: number }>(
      'cases',
      'as-completed-45wd',
      '--period',
      '2015-01',
      '--team',
      team.split!,
      '--met',
      'all',
    )
    expect(count).toBe(team.denominator)
  })

  test('how long a run must be is shown, and set within what makes sense', async () => {
    expect(await json('chart-rules')).toEqual({ shift: 7, trend: 7, setAt: null, setBy: null })
    expect(await json('chart-rules', '--shift', '8')).toMatchObject({ shift: 8, trend: 7 })
    const wrong = await waymark('chart-rules', '--trend', '3')
    expect(wrong.code).toBe(2)
    expect(wrong.said).toContain('Points running up or down must be a whole number from 5 to 12')
    await waymark('chart-rules', '--shift', '7')
  })

  test('the tracker gives each row its figures, limits, sentence and comparison', async () => {
    const rows = await json<Record<string, never>[]>('tracker')
    const a2 = rows.find((row) => row['ref'] === 'A2')!
    for (const key of [
      'id',
      'title',
      'latest',
      'previous',
      'target',
      'targetBy',
      'spc',
      'sentence',
      'england',
    ]) {
      expect(Object.keys(a2)).toContain(key)
    }
    expect(Object.keys(a2['spc']!)).toEqual(
      expect.arrayContaining([
        'centre',
        'lower',
        'upper',
        'points',
        'trial',
        'variation',
        'rule',
        'assurance',
      ]),
    )
    expect(a2['england']).toMatchObject({ value: 81.5 })
  })

  test('what is not understood is wrong usage, and says what to write', async () => {
    for (const words of [
      ['measure', 'no-such-measure'],
      ['measure', 'fd-contacts', '--from', 'January'],
      ['measure', 'fd-contacts', '--by', 'postcode'],
      ['cases', 'fd-contacts'],
      ['nonsense'],
    ]) {
      const { code, out, said } = await waymark(...words)
      expect([code, out]).toEqual([2, ''])
      expect(said).not.toBe('')
    }
  })
})

describe('lists', () => {
  type Counts = Record<'name' | 'title', string> & Record<'due' | 'overdue' | 'total', number | null>
  type Rows = {
    name: string
    asAt: string
    total: number
    rows: Record<string, unknown>[]
    why: string | null
  }

  test('without a name each list says how long it is, and with one it has as many rows', async () => {
    const lists = await json<(Counts & { why: string | null })[]>('lists')
    expect(lists.length).toBeGreaterThan(20)
    for (const { due, overdue, total, why } of lists)
      expect(total).toBe(why === null ? (due ?? 0) + overdue! : null)
    const drift = lists.find(({ name }) => name === 'drift')!
    const list = await json<Rows>('lists', 'drift')
    expect(list).toMatchObject({ name: 'drift', asAt: '2015-01-31', total: drift.total, why: null })
    expect(list.rows).toHaveLength(drift.total!)
    for (const key of [
      'child_id',
      'team',
      'worker',
      'due_on',
      'days_over',
      'reason',
      'owner',
      'check_back_on',
    ])
      expect(Object.keys(list.rows[0]!)).toContain(key)
    expect(list.rows.some(({ reason, owner }) => reason !== null && owner !== null)).toBe(true)
  })

  test('a list is narrowed to a team, and as CSV and as a workbook it has the same rows', async () => {
    const all = await json<Rows>('lists', 'drift')
    const team = await json<Rows>('lists', 'drift', '--team', 'North 2')
    expect(team.rows).toEqual(all.rows.filter((row) => row['team'] === 'North 2'))
    expect(team.total).toBeGreaterThan(0)
    const csv = await waymark('list', 'drift', '--team', 'North 2', '--csv')
    expect(csv.out.trimEnd().split('\n')).toHaveLength(team.total + 1)
    const file = join(dataDir, 'drift.xlsx')
    expect((await waymark('lists', 'drift', '--xlsx', file)).said).toContain(`Written to ${file}`)
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  })

  test('a list that cannot be told says why, and is found wanting', async () => {
    const untold = (await json<(Counts & { why: string | null })[]>('lists')).find(({ why }) => why !== null)!
    const { code, out } = await waymark('lists', untold.name, '--json')
    expect([code, JSON.parse(out)]).toEqual([
      1,
      {
        name: untold.name,
        title: untold.title,
        asAt: '2015-01-31',
        total: 0,
        restricted: 0,
        rows: [],
        why: expect.any(String),
      },
    ])
    const nothing = await waymark('lists', 'drift', '--worker', 'SW-0')
    expect([nothing.code, nothing.said]).toEqual([0, 'Nothing on this list is with the worker SW-0.\n'])
  })
})

describe('import, looked at and watched', () => {
  test('a preview says what would change and leaves the data folder exactly as it was', async () => {
    const files = readdirSync(join(dataDir, 'demonstration'))
    const file = join(
      dataDir,
      'demonstration',
      files.find((name) => name.endsWith('.xlsx'))!,
    )
    const before = contents(dataDir)
    const { code, out, said } = await waymark('import', file, '--preview', '--json')
    const outcome = JSON.parse(out) as { changes: { before: string; tables: object[] } }
    expect(code).toBe(0)
    expect(outcome).toMatchObject({ accepted: true, snapshot: null, preview: true })
    expect(Object.keys(outcome.changes.tables[0]!).sort()).toEqual(
      ['changed', 'name', 'new', 'same', 'table', 'vanished'].sort(),
    )
    expect(said).toContain('It was not sealed, and nothing has changed.')
    expect(contents(dataDir)).toEqual(before)
  })

  test('what does not go together, or no folder to watch, is wrong usage', async () => {
    for (const words of [
      ['import'],
      ['import', 'a.csv', '--watch', '.'],
      ['import', '--watch', '.', '--every', 'often'],
      ['import', '--watch', join(tmpdir(), 'no-such-folder')],
      ['import', '--watch', dataDir],
    ]) {
      const { code, out, said } = await waymark(...words)
      expect([words, code, out]).toEqual([words, 2, ''])
      expect(said).not.toBe('')
    }
  })
})

describe('purge', () => {
  test('a trial says what would go and why, and deletes nothing', async () => {
    const [, older] = await json<{ snapshot: string }[]>('snapshots')
    const before = contents(dataDir)
    expect(await json('purge')).toEqual({ dryRun: false, purged: [], kept: [] })
    const { purged } = await json<{ purged: object[] }>(
      'purge',
      '--dry-run',
      '--snapshot',
      older!.snapshot,
      '--reason',
      'Loaded by mistake',
    )
    expect(Object.keys(purged[0]!)).toEqual([
      'snapshot',
      'asAt',
      'sha256',
      'rows',
      'bytes',
      'files',
      'retainUntil',
      'why',
      'purgedAt',
    ])
    expect(contents(dataDir)).toEqual(before)
  })

  test('the load in use cannot be deleted, and one before its day needs a reason', async () => {
    const [current, older] = await json<{ snapshot: string }[]>('snapshots')
    const refused = await waymark('purge', '--snapshot', current!.snapshot, '--reason', 'why')
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('It is the load in use')])
    expect((await waymark('purge', '--snapshot', older!.snapshot)).code).toBe(2)
    expect((await waymark('purge', '--reason', 'why')).code).toBe(2)
  })
})

describe('import', () => {
  test('a refused load says why, exits 1 and leaves the data folder exactly as it was', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-cli-'))
    const file = join(folder, 'not-a-workbook.xlsx')
    writeFileSync(file, 'this is a letter')
    const before = contents(dataDir)
    const { code, out } = await waymark('import', file, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ accepted: false, snapshot: null })
    expect((JSON.parse(out) as { problems: { severity: string }[] }).problems[0]).toMatchObject({
      severity: 'error',
    })
    expect(contents(dataDir)).toEqual(before)
    rmSync(folder, { recursive: true })
  })

  test('what comparing rows found is listed by the harm it does, and each check opens its rows', async () => {
    const found = await json<{ check: string; count: number }[]>('quality')
    for (const key of ['check', 'title', 'severity', 'count', 'harms'])
      for (const finding of found) expect(finding).toHaveProperty(key)
    const [first] = found
    const { code, out } = await waymark('quality', first!.check, '--json')
    expect(code).toBe(0)
    expect((JSON.parse(out) as { rows: unknown[] }).rows).toHaveLength(first!.count)
    const unknown = await waymark('quality', 'no-such-check')
    expect([unknown.code, unknown.said]).toEqual([1, expect.stringContaining('no-such-check')])
  })

  test('a file that is not there is said, and exits 1', async () => {
    const { code, said } = await waymark('import', join(tmpdir(), 'no-such-file.xlsx'))
    expect(code).toBe(1)
    expect(said).toContain('no-such-file.xlsx')
  })

  test('snapshots carry their day, files, hash and retention', async () => {
    const snapshots = await json<object[]>('snapshots')
    expect(snapshots.length).toBeGreaterThan(0)
    for (const key of [
      'snapshot',
      'asAt',
      'loadedAt',
      'loadedBy',
      'sources',
      'files',
      'sha256',
      'rows',
      'retainUntil',
    ]) {
      expect(Object.keys(snapshots[0]!)).toContain(key)
    }
  })

  test('what changed since the snapshot before is counted table by table', async () => {
    const [inUse, ...others] = await json<{ snapshot: string }[]>('snapshots')
    const changes = await json<{ snapshot: string; before: string; tables: Record<string, unknown>[] }>(
      'snapshots',
      'changes',
    )
    expect(changes.snapshot).toBe(inUse!.snapshot)
    expect(others.map(({ snapshot }) => snapshot)).toContain(changes.before)
    expect(Object.keys(changes.tables[0]!).sort()).toEqual([
      'changed',
      'name',
      'new',
      'same',
      'table',
      'vanished',
    ])
    expect((await waymark('snapshots', 'changes', 'none')).code).toBe(1)
  })

  test('another snapshot is put in use with a reason, and the first again', async () => {
    const inUse = async () =>
      (await json<{ snapshot: string }[]>('snapshots')).map(({ snapshot }) => snapshot)
    const [now, before] = await inUse()
    expect((await waymark('snapshots', 'use', before!)).code).toBe(2)
    expect((await waymark('snapshots', 'use', before!, '--reason', ' ')).code).toBe(2)
    expect((await waymark('snapshots', 'use', now!, '--reason', 'no need')).code).toBe(1)
    const use = JSON.parse(
      (await waymark('snapshots', 'use', before!, '--reason', 'a trial', '--json')).out,
    ) as object
    expect(use).toMatchObject({ snapshot: before, insteadOf: now })
    expect((await inUse())[0]).toBe(before)
    expect((await waymark('snapshots', 'use', now!, '--reason', 'the trial is over')).code).toBe(0)
    expect(await inUse()).toEqual([now, before])
  })
})

describe('the plan and the report', () => {
  test('the plan goes out as CSV and comes in again without a change', async () => {
    const out = join(dataDir, 'plan.csv')
    expect((await waymark('plan', 'export', '--out', out)).code).toBe(0)
    const first = readFileSync(out, 'utf8')
    expect((await waymark('plan', 'import', out)).code).toBe(0)
    expect((await waymark('plan', 'export', '--out', out)).code).toBe(0)
    expect(readFileSync(out, 'utf8')).toBe(first)
  })

  test('the plan checks itself, and exits 1 while it finds a fault', async () => {
    const { code, out } = await waymark('plan', 'check', '--json')
    expect(code).toBe(1)
    const { ok, faults } = JSON.parse(out) as { ok: boolean; faults: { kind: string; refs: string[] }[] }
    expect(ok).toBe(false)
    expect(faults.find(({ kind }) => kind === 'moved_without_reason')?.refs).toEqual(['4.2'])
  })

  test('a meeting is named by its day as people write it, and --out x.docx is Word', async () => {
    const out = join(dataDir, 'february.docx')
    expect((await waymark('report', '10/02/2015', '--out', out)).code).toBe(0)
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
    const unknown = await waymark('report', '11/02/2015')
    expect(unknown.code).toBe(1)
    expect(unknown.said).toContain('There is no meeting "2015-02-11". The nearest is 2015-02-10')
    expect((await waymark('report', '10/02/2015', '--out', join(dataDir, 'x.pdf'))).said).toContain(
      'json, html, docx',
    )
  })

  test('a measure is named by its reference of the tracker, and an unknown one by the nearest', async () => {
    const { out, code } = await waymark('measure', 'a2', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ id: 'as-completed-45wd.from_start' })
    expect((await waymark('measure', 'as-complete-45wd')).said).toContain('The nearest is as-completed-45wd')
    expect((await waymark('measur', 'A2')).said).toContain('Did you mean measure')
  })

  test.each([
    ['tracker'],
    ['measure', 'A2'],
    ['measure', 'A2', '--public'],
    ['cases', 'A2', '--period', '2015-01'],
  ])('%s %s is written as an Excel workbook with its notes', async (...args) => {
    const file = join(dataDir, 'figures.xlsx')
    expect((await waymark(...args, '--xlsx', file)).code).toBe(0)
    const { sheets } = await readXlsx(new Uint8Array(readFileSync(file)))
    const [figures, notes] = sheets
    expect(notes!.rows[0]).toEqual(['Figures as at', '31 January 2015'])
    if (args[0] !== 'tracker') expect(notes!.rows.map(([name]) => name)).toContain('Counts as met')
    const [heads, first] = figures!.rows
    for (const [index, head] of heads!.entries())
      if (String(head).endsWith('_id')) expect(typeof first![index]).toBe('string')
    const counted = heads!.indexOf(args[0] === 'cases' ? 'on_date' : 'value')
    expect(
      figures!.rows.slice(1).some((row) => typeof row[counted] !== 'string' && row[counted] !== null),
    ).toBe(true)
  })

  test('the report answers its sections, and each bound figure its ref and state', async () => {
    const { out, code } = await waymark('report', '2015-02-10', '--format', 'json')
    expect(code).toBe(0)
    const report = JSON.parse(out) as {
      meeting: string
      issue: null
      asAt: string
      sections: { heading: string; level: number; blocks: { kind: string; figures: { ref: string }[] }[] }[]
    }
    expect(report).toMatchObject({ issue: null, asAt: '2015-01-31' })
    const figures = report.sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.figures ?? []))
    expect(figures.map(({ ref }) => ref)).toContain('as-completed-45wd@2015-01')
  })

  test('Word is written to a file', async () => {
    const out = join(dataDir, 'report.docx')
    expect((await waymark('report', '2015-02-10', '--format', 'docx', '--out', out)).code).toBe(0)
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
  })

  test('a meeting that there is none of is not found', async () => {
    expect((await waymark('report', '2001-01-01')).code).toBe(1)
  })
})

describe('looking after it', () => {
  test('check verifies every hash and invariant', async () => {
    const answer = await json<{ ok: boolean; checks: { check: string; ok: boolean; detail: string }[] }>(
      'check',
    )
    expect(answer.checks.map(({ check }) => check)).toEqual(
      expect.arrayContaining([
        'snapshot-hash',
        'access-log-chain',
        'figure-equals-list',
        'issue-hash',
        'records-integrity',
      ]),
    )
    expect(answer.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(answer.ok).toBe(true)
  })

  test('health says what it depends on', async () => {
    const { out } = await waymark('health')
    expect(JSON.parse(out)).toMatchObject({ status: 'up', records: 'sqlite' })
  })

  test('who saw a child is told, and reading a list on the command line is written down', async () => {
    const { cases } = await json<{ cases: { child_id: string }[] }>(
      'cases',
      'fd-referrals',
      '--period',
      '2015-01',
    )
    const seen = await json<{ personId: string; what: string }[]>('access', 'who-saw', cases[0]!.child_id)
    expect(seen[0]).toMatchObject({ personId: 'command-line', what: 'export' })
  })

  test('people are listed with their roles', async () => {
    const people = await json<{ role: string }[]>('people', 'list')
    expect(people.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['programme_manager', 'team_manager']),
    )
  })

  test('the demonstration goes into an empty folder alone', async () => {
    const { code, said } = await waymark('demo')
    expect(code).toBe(1)
    expect(said).toMatch(/empty|already/i)
  })
})

/** Every file of the folder with its bytes, but for what SQLite keeps next to an open database. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => !/-(wal|shm)$/.test(file),
  )
  return Object.fromEntries(
    files
      .map((file) => [file, join(folder, file)] as const)
      .filter(([, path]) => existsSync(path))
      .map(([file, path]) => {
        try {
          return [file, readFileSync(path).toString('base64')]
        } catch {
          return [file, 'a folder']
        }
      }),
  )
}

describe('generate', () => {
  const out = () => join(mkdtempSync(join(tmpdir(), 'waymark-generate-')), 'council')

  test('writes an invented council, and answers its files with their rows', async () => {
    const folder = out()
    const run = await waymark(
      'generate',
      '--months',
      '2',
      '--format',
      'annex-a, ssda903, annex-a',
      '--out',
      folder,
      '--json',
    )
    expect(run.code).toBe(0)
    const { councils } = JSON.parse(run.out) as {
      councils: { code: string; children: number; files: { file: string; rows: number; bytes: number }[] }[]
    }
    expect(councils).toHaveLength(1)
    expect(councils[0]!.code).toBe('999')
    for (const { file, bytes } of councils[0]!.files) {
      expect([file, readFileSync(join(folder, file)).length]).toEqual([file, bytes])
    }
    expect(readFileSync(join(folder, 'README.txt'), 'utf8')).toContain('invented')
    const again = await waymark('generate', '--months', '2', '--out', folder)
    expect([again.code, again.said]).toEqual([1, expect.stringContaining('is not empty')])
    rmSync(folder, { recursive: true })
  })

  test('prints what is published next to what was generated, and writes nothing', async () => {
    const run = await waymark('generate', '--report')
    expect(run.code).toBe(0)
    expect(run.out).toContain('Referrals with no further action')
    expect(run.out).toContain('Open\nGovernment Licence')
    expect(run.out).toMatch(/\d+ of \d+ /)
  })

  test.each([
    [['generate'], '--out must name a folder'],
    [['generate', '--out', 'x', '--size', 'town'], '--size must be one of small, city, england'],
    [['generate', '--out', 'x', '--months', '0'], '--months must be a whole number from 1 to 72'],
    [['generate', '--out', 'x', '--seed', '-1'], '--seed must be a whole number'],
    [['generate', '--out', 'x', '--format', 'annex-b'], '--format must be one of annex-a'],
    [
      ['generate', '--out', 'x', '--format', 'ssd', '--extracts', 'monthly'],
      '--extracts monthly is of Annex A',
    ],
  ])('%j is wrong usage', async (words, said) => {
    const run = await waymark(...words)
    expect([run.code, run.out, run.said]).toEqual([2, '', expect.stringContaining(said)])
  })
})
