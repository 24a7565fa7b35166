import { expect, test } from 'vitest'
import { readFiles } from '../../intake/intake.ts'
import { annexAHeaders } from '../../standards/annex-a/lists.ts'
import { csvText, filesWith, listRow } from '../../../tests/support/annex-a-files.ts'
import { beginBuild } from './build.ts'
import { openStaging } from './staging.ts'
import { joinWrittenIds } from './written-ids.ts'

/** The children that list 3 has rows of, and what is said of their ids. */
async function childrenOf(ids: readonly string[]) {
  const rows = ids.map((id) => listRow(3, { 'Child Unique ID': id, 'Date of referral': '05/01/2015' }))
  const paths = await filesWith({ 'List 3.csv': csvText([annexAHeaders(3), ...rows]) })
  const build = await beginBuild(':memory:')
  const staging = openStaging(build)
  const report = await readFiles(paths, (row) => staging.accept(row), {
    today: '2026-11-24',
    asAt: '2015-12-31',
  })
  await staging.finish(['annex-a'])
  const problems = await joinWrittenIds(build, ['annex-a'])
  const found = await build.all<{ id: string }>('select child_id as id from annex_a_3 order by rowid')
  build.close()
  return { report, ids: found.map(({ id }) => id), problems }
}

const many = (form: (number: number) => string) =>
  Array.from({ length: 100 }, (_, index) => form(1000 + index))

test('ids that differ by case and space alone are one child under the form of the house', async () => {
  const { ids, problems } = await childrenOf([
    ...many((number) => `A${number}`),
    'a1001',
    'A 1002',
    ' A1003 ',
  ])
  expect(ids.slice(100)).toEqual(['A1001', 'A1002'])
  expect(problems).toMatchObject([{ severity: 'warning', code: 'ids-joined' }])
  expect(problems[0]!.message).toContain('2 children are most likely there')
  expect(problems[0]!.message).toContain("'a1001' as 'A1001'")
})

test('zeros that a spreadsheet took are put back where all ids have one length, and taken where ids have none', async () => {
  const padded = await childrenOf([...many((number) => `00${number}`), '1001'])
  expect(padded.ids.at(-1)).toBe('001001')
  const plain = await childrenOf([...many((number) => String(number)), '001001'])
  expect(plain.ids.at(-1)).toBe('1001')
})

test('where no form is clearly that of the house, both are kept and the pair is told', async () => {
  const { ids, problems } = await childrenOf(['A1', 'a1', 'B2', 'b3', 'C4'])
  expect(new Set(ids).size).toBe(5)
  expect(problems).toMatchObject([{ severity: 'warning', code: 'ids-alike' }])
  expect(problems[0]!.message).toContain("'A1' and 'a1'")
})

test('ids that differ by more than that are different children, and nothing is said', async () => {
  const { ids, problems } = await childrenOf([
    ...many((number) => `A${number}`),
    'A1001-2',
    'B1001',
    'A10010',
  ])
  expect(new Set(ids).size).toBe(103)
  expect(problems).toEqual([])
})

test('signs that nobody sees, and figures of other scripts, make no new child', async () => {
  const { ids, report } = await childrenOf([
    'A1001',
    'A\u200b1002',
    '\u202aA1003\u202c',
    '\ufeffA1004',
    'A١٠٠٥',
    'Ａ１００６',
    'A\u00ad1007',
  ])
  expect(ids).toEqual(['A1001', 'A1002', 'A1003', 'A1004', 'A1005', 'A1006', 'A1007'])
  expect(report.problemCounts.find(({ code }) => code === 'id-tidied')).toMatchObject({ count: 5 })
})
