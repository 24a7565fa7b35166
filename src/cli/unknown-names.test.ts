import type { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { norchesterFolder } from '../../tests/support/demonstration.ts'
import { commandLine, runCommandLine } from './index.ts'

/* Whatever a command does not know, it refuses with the nearest that it does. */

let dataDir: string
let remove: () => void
beforeAll(async () => {
  ;({ dataDir, remove } = await norchesterFolder())
})
afterAll(() => remove?.())

async function waymark(...words: string[]) {
  let out = ''
  let said = ''
  const terminal = {
    out: (text: string) => void (out += text),
    say: (text: string) => void (said += `${text}\n`),
    progress: () => {},
  }
  const code = await runCommandLine(['node', 'waymark', ...words, '--data', dataDir], terminal)
  return { code, out, said }
}

const silent = { out: () => {}, say: () => {}, progress: () => {} }
/** Every command with the words that lead to it. */
const pathsOf = (command: Command, path: readonly string[] = []): (readonly [string[], Command])[] =>
  command.commands.flatMap((inner) => {
    const here = [...path, inner.name()]
    return [[here, inner] as const, ...pathsOf(inner, here)]
  })

test('every command and every option, when it is misspelt, is answered with its name', async () => {
  const wrong: string[] = []
  for (const [path, command] of pathsOf(await commandLine(silent))) {
    const misspelt = [...path.slice(0, -1), `${path.at(-1)}x`]
    const answer = await waymark(...misspelt)
    if (answer.code !== 2 || !answer.said.includes(path.at(-1)!))
      wrong.push(`${misspelt.join(' ')}: ${answer.code} ${answer.said}`)
    const needed = command.options.filter(({ mandatory }) => mandatory).flatMap(({ long }) => [long!, 'x'])
    for (const { long } of command.options) {
      const words = [...path, ...command.registeredArguments.map(() => 'x'), ...needed, `${long}x`]
      const option = await waymark(...words)
      if (option.code !== 2 || !option.said.includes('Did you mean'))
        wrong.push(`${words.join(' ')}: ${option.said}`)
    }
  }
  expect(wrong).toEqual([])
})

test.each([
  [['measure', 'as-complete-45wd'], 'The nearest is as-completed-45wd'],
  [['cases', 'as-complete-45wd', '--period', '2015-01'], 'The nearest is as-completed-45wd'],
  [['measure', 'as-completed-45wd', '--by', 'taem'], 'The nearest is team'],
  [['cases', 'as-completed-45wd', '--period', '2015-01', '--met', 'yess'], 'The nearest is yes'],
  [['cases', 'as-completed-45wd', '--period', '2015-01', '--team', 'Nroth 2'], 'The nearest is North 2'],
  [['lists', 'drfit'], 'The nearest is drift'],
  [['lists', 'drift', '--team', 'Nroth 2'], 'The nearest is North 2'],
  [['lists', 'assessment-points', '--rule', 'day 46'], 'The nearest is day 45'],
  [['lists', '--team', 'North 2'], '--team needs the name of a list'],
  [['benchmarks', 'show', 'as-complete-45wd'], 'The nearest is as-completed-45wd'],
  [['benchmarks', 'compare-as', '33O'], 'The nearest is 330'],
  [['report', '11/02/2015'], 'The nearest is 2015-02-10'],
  [['report', '2015-02-10', '--format', 'docs'], 'The nearest is docx'],
  [['snapshots', 'changes', '2015-01-31-zzzz'], 'The nearest is 2015-01-31-'],
  [['snapshots', 'use', '2015-01-31-zzzz', '--reason', 'It was the right one'], 'The nearest is 2015-01-31-'],
  [
    ['purge', '--snapshot', '2015-01-31-zzzz', '--reason', 'Loaded twice', '--dry-run'],
    'The nearest is 2015-01-31-',
  ],
  [['export', '--out', 'x.xlsx', '--snapshot', '2015-01-31-zzzz'], 'The nearest is 2015-01-31-'],
  [['export', '--out', 'x.xls'], 'The nearest is xlsx'],
  [['quality', 'closed-befor-it-started'], 'There is no fault among those that were found'],
  [['templates', 'conference'], 'The nearest is conferences'],
  [['people', 'close', 'directer@norchester.example'], 'The nearest is director@norchester.example'],
  [
    ['people', 'add', '--email', 'a@b.example', '--name', 'A', '--role', 'team_manger', '--teams', 'North 2'],
    'The nearest is team_manager',
  ],
  [
    [
      'people',
      'add',
      '--email',
      'a@b.example',
      '--name',
      'A',
      '--role',
      'team_manager',
      '--teams',
      'Nroth 2',
    ],
    'The nearest is North 2',
  ],
  [['generate', '--out', 'x', '--size', 'smal'], 'The nearest is small'],
  [['generate', '--out', 'x', '--format', 'annex-b'], 'The nearest is annex-a'],
  [['demo', '--size', 'smal'], 'The nearest is small'],
])('%j is refused with the nearest', async (words, nearest) => {
  const { code, out, said } = await waymark(...words)
  expect(code).toBeGreaterThan(0)
  expect(out).toBe('')
  expect(said).toContain(nearest)
})
