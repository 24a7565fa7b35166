import { expect, test } from 'vitest'
import type { ProblemCount } from '../intake/problem.ts'
import type { TableReport } from '../intake/intake-report.ts'
import { groupProblems, tableOfProblem } from './problem-words.ts'

const table = (list: number, sheet: string): TableReport => ({
  table: `annex-a/${list}`,
  sheet,
  rows: 10,
  accepted: 10,
  quarantined: 0,
  unknownColumns: [],
  presentColumns: [],
})
const files = [{ file: 'Annex_A.xlsx', tables: [table(3, 'List_3'), table(4, 'List_4')] }]

const counted = (
  code: string,
  sheet: string | null,
  field: string | null,
  count = 1,
  severity: ProblemCount['severity'] = 'warning',
): ProblemCount => ({ severity, code, file: 'Annex_A.xlsx', sheet, field, count })

const titles = (counts: ProblemCount[]) =>
  groupProblems(files, counts).harmful.map(({ title, where, harm }) => `${title} (${where}): ${harm}`)

test('what leaves rows out of every measure comes first', () => {
  expect(
    titles([
      counted('code-unknown', 'List_3', 'Referral Source', 40),
      counted('date-unreadable', 'List_3', 'Date of referral', 2),
      counted('date-unreadable', 'List_4', 'Continuous Assessment Date of Authorisation', 7),
    ]),
  ).toEqual([
    'Date of referral is not a day we can read (List 3): Left out of every measure',
    'Continuous Assessment Date of Authorisation is not a day we can read (List 4): Counts as blank: not met, in a measure that needs it',
    'Referral Source has a value we do not know (List 3): Counts as blank: not met, in a measure that needs it',
  ])
})

test('columns that are missing from a list are told together', () => {
  expect(
    titles([
      counted('column-missing', 'List_4', 'Allocated Team', 1, 'note'),
      counted('column-missing', 'List_4', 'Allocated Worker', 1, 'note'),
    ]),
  ).toEqual([
    'No such column: Allocated Team, Allocated Worker (List 4): A measure that needs it is not available',
  ])
})

test('a value that was put right is a repair and harms nothing', () => {
  const { harmful, repairs } = groupProblems(files, [
    counted('age-rounded', 'List_3', 'Age of Child (Years)', 6, 'note'),
  ])
  expect(harmful).toEqual([])
  expect(repairs).toEqual([expect.objectContaining({ title: 'Age rounded', harm: 'None', count: 6 })])
})

test('a warning that has no words of its own is still told as harm', () => {
  expect(titles([counted('something-new', 'List_3', 'Gender')])).toEqual([
    'Something new (List 3): Counts as blank: not met, in a measure that needs it',
  ])
})

test('a problem is about the list of its sheet, or in a CSV file of its file', () => {
  expect(tableOfProblem(files, { file: 'Annex_A.xlsx', sheet: 'List_4' })).toBe('annex-a/4')
  expect(
    tableOfProblem([{ file: 'List 7.csv', tables: [table(7, 'List 7')] }], {
      file: 'List 7.csv',
      sheet: null,
    }),
  ).toBe('annex-a/7')
  expect(tableOfProblem(files, { file: 'Annex_A.xlsx', sheet: null })).toBeNull()
})
