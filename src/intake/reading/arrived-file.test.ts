import { appendFile, mkdir, open, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { csvText, intakeOf, listRow, testFolder } from '../../../tests/support/annex-a-files.ts'
import { annexAHeaders } from '../../standards/annex-a/lists.ts'
import { readFiles } from '../intake.ts'
import { arrivedFiles, knowFile, sheetsOf } from './arrived-file.ts'
import type { RawSheet } from './raw-sheet.ts'

const text = csvText([
  annexAHeaders(3),
  listRow(3, { 'Child Unique ID': 'A1', 'Date of referral': '05/01/2015' }),
])

async function listAt(name = 'List 3.csv'): Promise<string> {
  const path = join(await testFolder(), name)
  await writeFile(path, text)
  return path
}

async function readThrough(sheets: readonly RawSheet[]): Promise<number> {
  let rows = 0
  for (const sheet of sheets)
    for await (const some of sheet.rows) rows += Iterator.from(some).toArray().length
  return rows
}

test.each(['list.csv', 'list.xlsx'])('a 5 GB %s is refused before it is read, with advice', async (name) => {
  const path = await listAt(name)
  await truncate(path, 5_000_000_000)
  const begun = performance.now()
  const { report } = await intakeOf([path])
  expect(performance.now() - begun).toBeLessThan(2000)
  expect(report).toMatchObject({ accepted: false, problems: [{ code: 'file-too-large' }] })
  expect(report.problems[0]!.message).toContain('each list as a CSV file')
})

test('a workbook too large to be held is refused by its first bytes', async () => {
  const path = await listAt('a.xlsx')
  const handle = await open(path, 'w')
  await handle.write('PK')
  await handle.truncate(400_000_000)
  await handle.close()
  expect((await intakeOf([path])).report.problems).toMatchObject([{ code: 'file-too-large' }])
})

const changes: [string, (path: string) => Promise<unknown>][] = [
  ['grows', (path) => appendFile(path, text)],
  ['is cut', (path) => truncate(path, text.length - 4)],
  ['is written again', (path) => writeFile(path, text.replace('A1', 'B2'))],
  [
    'is written again and given its old time',
    async (path) => {
      const then = new Date('2015-02-01')
      await writeFile(path, text.replace('A1', 'B2'))
      await utimes(path, then, then)
    },
  ],
]
test.each(changes)('a file that %s while it is read is refused', async (_, change) => {
  for (const name of ['List 3.csv', 'PK.xlsx']) {
    const path = await listAt(name)
    if (name === 'PK.xlsx') await writeFile(path, `PK${text}`)
    await utimes(path, new Date('2015-02-01'), new Date('2015-02-01'))
    const [arrived] = await arrivedFiles([path])
    const known = await knowFile(arrived!)
    await change(path)
    await expect(sheetsOf(arrived!, known).then(readThrough)).rejects.toMatchObject({
      code: 'file-changed',
      message: `${name} was changed while it was read: wait until whatever writes it has finished, and load it again`,
    })
  }
})

test('a load says that a file was changed meanwhile, and uses nothing of it', async () => {
  const path = await listAt()
  const report = await readFiles([path], () => appendFile(path, text), { today: '2026-11-24' })
  expect(report).toMatchObject({ accepted: false, files: [] })
  expect(report.problems[0]).toMatchObject({ severity: 'error', code: 'file-changed' })
})

test('a file that is gone when its turn comes is told', async () => {
  const path = await listAt()
  const [arrived] = await arrivedFiles([path])
  await rm(path)
  await expect(knowFile(arrived!)).rejects.toMatchObject({ code: 'file-unopened' })
})

test('a link in a folder is followed inside it and refused when it leads out or nowhere', async () => {
  const path = await listAt()
  const folder = await testFolder()
  await mkdir(join(folder, 'inner'))
  await writeFile(join(folder, 'inner', 'List 3.csv'), text)
  await symlink(join(folder, 'inner', 'List 3.csv'), join(folder, 'in.csv'))
  expect((await intakeOf([folder])).report).toMatchObject({ accepted: true, files: [{ file: 'in.csv' }] })
  await symlink(path, join(folder, 'out.csv'))
  await symlink(join(folder, 'no such file'), join(folder, 'nowhere.csv'))
  const { report } = await intakeOf([folder])
  expect(report.accepted).toBe(false)
  expect(report.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
    { file: 'nowhere.csv', code: 'file-link', message: 'nowhere.csv is a link that leads nowhere' },
    { file: 'out.csv', code: 'file-link', message: /leads out of its folder/ },
  ])
})

test('a folder that is named as a file is refused, by itself and in a folder', async () => {
  const folder = await testFolder()
  await mkdir(join(folder, 'List 3.csv'))
  expect((await intakeOf([join(folder, 'List 3.csv')])).report).toMatchObject({
    accepted: false,
    problems: [{ code: 'no-files' }],
  })
  expect((await intakeOf([folder])).report).toMatchObject({
    accepted: false,
    problems: [{ code: 'file-not-a-file', file: 'List 3.csv' }],
  })
})

const WITHOUT_MARK: [string, (text: string) => Buffer][] = [
  ['UTF-16 without its mark', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16 big-endian without its mark', (text) => Buffer.from(text, 'utf16le').swap16()],
]
test.each(WITHOUT_MARK)('a CSV file in %s is read as it was meant', async (_, encode) => {
  const path = await listAt()
  await writeFile(path, encode(text.replace('A1', 'É1')))
  const { rows } = await intakeOf([path])
  expect(rows.map(({ values }) => values['child_id'])).toEqual(['É1'])
})
