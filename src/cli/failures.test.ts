import { DatabaseSync } from 'node:sqlite'
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandLine, runCommandLine } from './index.ts'

/** Every command fails in words, with the right exit code and, for who asks, as JSON: whatever goes wrong. */

let folder: string
let commands: readonly { words: string[]; takesJson: boolean }[]

const silent = { out: () => {}, say: () => {}, progress: () => {} }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-failures-'))
  commands = leavesOf(await commandLine(silent)).map(({ command, path }) => ({
    words: [...path, ...argumentsOf(command)],
    takesJson: command.options.some(({ long }) => long === '--json'),
  }))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Commands that do something themselves. `serve` goes on until it is stopped, and `demo` takes seconds. */
const leavesOf = (command: Command, path: string[] = []): { command: Command; path: string[] }[] =>
  command.commands.flatMap((child) => {
    const words = [...path, child.name()]
    const own =
      child.commands.length === 0 || child.name() === 'snapshots' ? [{ command: child, path: words }] : []
    return [...own, ...leavesOf(child, words)]
  })

/** Something for every argument and option that must be given: an id that is none, a file that is not there. */
const argumentsOf = (command: Command): string[] => [
  ...command.registeredArguments.map((argument) =>
    /file|path/.test(argument.name()) ? join(folder, 'nothing-here.csv') : 'nothing-of-this-name',
  ),
  ...command.options
    .filter(({ mandatory }) => mandatory)
    .flatMap(({ long }) => [long!, MANDATORY[long!] ?? 'x']),
]
const MANDATORY: Readonly<Record<string, string>> = {
  '--period': '2015-01',
  '--reason': 'It was loaded by mistake',
  '--out': '/nowhere/at/all.xlsx',
  '--role': 'director',
  '--email': 'a@b.example',
}

interface Run {
  code: number
  out: string
  said: string
}

async function waymark(words: readonly string[], data: string, records?: string): Promise<Run> {
  const run: Run = { code: 0, out: '', said: '' }
  const before = { records: process.env['WAYMARK_RECORDS'], password: process.env['WAYMARK_PASSWORD'] }
  process.env['WAYMARK_PASSWORD'] = 'a long enough password'
  if (records !== undefined) process.env['WAYMARK_RECORDS'] = records
  try {
    run.code = await runCommandLine(['node', 'waymark', '--data', data, ...words], {
      out: (text) => void (run.out += text),
      say: (text) => void (run.said += `${text}\n`),
      progress: () => {},
    })
  } finally {
    restore('WAYMARK_RECORDS', before.records)
    restore('WAYMARK_PASSWORD', before.password)
  }
  return run
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}

/** The code that a failure's JSON names, wherever its command puts it. */
function codeOf({ out }: Run): string {
  const answer = JSON.parse(out) as {
    error?: { code: string }
    code?: string
    accepted?: false
    problems?: { severity: string; code: string }[]
  }
  return (
    answer.error?.code ??
    answer.code ??
    answer.problems?.find(({ severity }) => severity === 'error')?.code ??
    ''
  )
}

const takingJson = () => commands.filter(({ takesJson }) => takesJson)
const opening = () => takingJson().filter(({ words: [verb] }) => !['templates', 'generate'].includes(verb!))

describe('every command', () => {
  test('refuses an option that it does not know as wrong usage', async () => {
    expect(commands.length).toBeGreaterThan(25)
    for (const { words } of commands) {
      const run = await waymark([...words, '--nothing-of-this-name', '--json'], folder)
      expect([words, run.code, codeOf(run)]).toEqual([words, 2, 'wrong-usage'])
      expect(run.said).not.toBe('')
    }
  })

  const stores: Record<string, [code: string, make: () => Promise<{ data: string; records?: string }>]> = {
    'a database of the records that does not answer': [
      'records-down',
      () => Promise.resolve({ data: join(folder, 'none'), records: 'postgres://nobody@127.0.0.1:9/none' }),
    ],
    'a records store that is another kind of file': [
      'records-damaged',
      async () => {
        const records = join(folder, 'letter.txt')
        await writeFile(records, 'Dear all, this is no database. '.repeat(100))
        return { data: join(folder, 'none'), records }
      },
    ],
    'a records store that is a folder': [
      'folder-read-only',
      async () => {
        await mkdir(join(folder, 'a-folder'), { recursive: true })
        return { data: join(folder, 'none'), records: join(folder, 'a-folder') }
      },
    ],
    'a data folder that is a file': [
      'folder-unusable',
      async () => {
        await writeFile(join(folder, 'a-file'), '')
        return { data: join(folder, 'a-file') }
      },
    ],
  }
  test.each(Object.entries(stores))('says why it cannot open %s', async (_, [code, make]) => {
    const { data, records } = await make()
    for (const { words } of opening()) {
      const run = await waymark([...words, '--json'], data, records)
      // What a command can see is wrong with its own words comes first.
      if (run.code === 2) expect(codeOf(run)).toBe('wrong-usage')
      else expect([words, run.code, codeOf(run)]).toEqual([words, 1, code])
      expect(run.said).not.toContain('    at ')
    }
  })
})

test('commands that are given what there is not refuse it', async () => {
  const data = join(folder, 'fresh')
  await waymark(['migrate'], data)
  for (const { words } of takingJson().filter((command) =>
    command.words.some((word) => /nothing-/.test(word)),
  )) {
    const run = await waymark([...words, '--json'], data)
    if (run.code === 0) expect(words.slice(0, 2)).toEqual(['access', 'who-saw'])
    else {
      expect([1, 2]).toContain(run.code)
      expect([words, codeOf(run)]).not.toEqual([words, ''])
      expect(run.said).not.toContain('went wrong')
    }
  }
})

test('a records store that another program holds is said to be held', async () => {
  const data = join(folder, 'held')
  await waymark(['migrate'], data)
  const other = new DatabaseSync(join(data, 'records.sqlite'))
  other.exec('pragma locking_mode=exclusive; begin exclusive; create table held (x); commit')
  const run = await waymark(['snapshots', '--json'], data)
  expect([run.code, codeOf(run)]).toEqual([1, 'records-locked'])
  other.close()
}, 20_000)

test('a load that was cut off is told by every command until somebody has seen it', async () => {
  const data = join(folder, 'cut-off')
  await waymark(['migrate'], data)
  const incoming = join(data, 'incoming', 'load_cut')
  await mkdir(incoming, { recursive: true })
  const journal = {
    loadId: 'load_cut',
    council: 'council',
    person: { id: 'p', name: 'Data team' },
    begunAt: '2015-02-04T09:02:00Z',
    files: ['Annex_A.xlsx'],
    process: { pid: 4_194_303, startedAt: '1' },
    sealingAs: null,
    waitingSince: null,
  }
  const council = JSON.parse((await waymark(['council', '--json'], data)).out) as { id: string }
  const path = join(incoming, 'journal.json')
  await writeFile(path, JSON.stringify({ ...journal, council: council.id }))
  await utimes(path, 0, 0)
  const sentence =
    'The load of Annex_A.xlsx begun on 4 February 2015 by Data team did not finish. Nothing was changed.'
  for (const words of [
    ['snapshots', '--json'],
    ['people', 'list'],
    ['quality', '--json'],
  ]) {
    const { said } = await waymark(words, data)
    expect(said.split(sentence)).toHaveLength(2)
  }
  const health = await waymark(['health'], data)
  expect(JSON.parse(health.out)).toMatchObject({ notices: [{ sentence, href: '/data/loads/load_cut' }] })
  expect((await waymark(['check', '--json'], data)).out).toContain(sentence)
  expect(JSON.parse((await waymark(['snapshots', 'seen', '--json'], data)).out)).toEqual({ seen: 1 })
  expect((await waymark(['snapshots'], data)).said).not.toContain(sentence)
  expect((await waymark(['health'], data)).out).not.toContain('notices')
})

describe('files that cannot be read', () => {
  const importing = async (path: string) => {
    const run = await waymark(['import', path, '--json'], join(folder, 'fresh-load'))
    const answer = JSON.parse(run.out) as {
      accepted: boolean
      snapshot: string | null
      problems: { message: string }[]
    }
    return { code: run.code, ...answer, said: run.said }
  }

  test('links that lead out of the folder, in a circle or nowhere refuse the load', async () => {
    const links = join(folder, 'links')
    await mkdir(links, { recursive: true })
    await symlink('/etc/passwd', join(links, 'List 3.csv'))
    await symlink(join(links, 'circle.csv'), join(links, 'circle.csv'))
    await symlink(join(links, 'nowhere'), join(links, 'gone.csv'))
    for (const path of [links, join(links, 'circle.csv')]) {
      const answer = await importing(path)
      expect(answer).toMatchObject({ code: 1, accepted: false, snapshot: null })
      expect(answer.problems.length).toBeGreaterThan(0)
      expect(answer.said).not.toContain('went wrong')
    }
  })

  test('a file whose name is not UTF-8 refuses the load', async () => {
    const odd = join(folder, 'odd')
    await mkdir(odd, { recursive: true })
    await writeFile(
      Buffer.concat([Buffer.from(`${odd}/List 3 `), Buffer.from([0xe9]), Buffer.from('.csv')]),
      'x',
    )
    const answer = await importing(odd)
    expect(answer).toMatchObject({ code: 1, accepted: false, snapshot: null })
    expect(answer.said).not.toContain('went wrong')
  })
})
