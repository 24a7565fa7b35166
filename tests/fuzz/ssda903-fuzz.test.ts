import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText, testFolder } from '../support/annex-a-files.ts'
import { returnXml, type Cells } from '../support/return-xml.ts'
import { ALL_MS, byteChanges, changed, readSoundly, setting } from './sound-reading.ts'

const child: Cells = {
  CHILD: 'A1',
  SEX: '1',
  DOB: '04/03/2008',
  ETHNIC: 'WBRI',
  UPN: 'UN1',
  MOTHER: '',
  MC_DOB: '',
}
const episode: Cells = {
  CHILD: 'A1',
  DECOM: '01/05/2014',
  RNE: 'S',
  LS: 'V2',
  CIN: 'N1',
  PLACE: 'U6',
  PLACE_PROVIDER: 'PR1',
  DEC: '02/09/2014',
  REC: 'E4A',
  REASON_PLACE_CHANGE: '',
  HOME_POST: 'ZZ1 1AA',
  PL_POST: '',
  URN: 'SC999001',
}
const review: Cells = { CHILD: 'A1', DOB: '04/03/2008', REVIEW: '01/06/2014', REVIEW_CODE: 'PN1' }
const missing: Cells = { CHILD: 'A1', DOB: '04/03/2008', MISSING: 'M', MIS_START: '01/06/2014', MIS_END: '' }

const xml = (episodes: readonly Cells[], header = child): string =>
  returnXml({ header: [header], episodes, reviews: [review], missing: [missing] })
const csv = (row: Cells): string => csvText([Object.keys(row), Object.values(row)])

const FORMS: readonly [name: string, text: string][] = [
  ['return.xml', xml([episode])],
  ['header.csv', csv(child)],
  ['episodes.csv', csv(episode)],
  ['missing.csv', csv(missing)],
]

test.each(FORMS)(
  'however the bytes of %s are spoilt, it is read soundly or refused in words',
  { timeout: ALL_MS },
  async (name, text) => {
    const path = join(await testFolder(), name)
    const whole = Buffer.from(text)
    await fc.assert(
      fc.asyncProperty(byteChanges, async (changes) => {
        await readSoundly(path, changed(whole, changes))
      }),
      setting,
    )
  },
)

/** What a cell of a return may hold; no letter that XML cannot. */
const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'NULL',
    'a) Yes',
    '01/05/2014',
    '31/02/2014',
    'zz/05/2014',
    'e4a',
    '1.0',
    '<b>',
    '&amp;',
    'None x',
  ),
  fc.string({ maxLength: 12 }),
)

const spoilt = (row: Cells, kept: readonly string[]): fc.Arbitrary<Cells> =>
  fc.record(Object.fromEntries(Object.keys(row).map((key) => [key, cell]))).map((cells) => ({
    ...cells,
    ...Object.fromEntries(kept.map((key) => [key, row[key]!])),
  }))

const episodes = fc.array(spoilt(episode, ['CHILD', 'DECOM']), { maxLength: 8 })

test('a return of any values keeps count of every row, as XML and as CSV', { timeout: ALL_MS }, async () => {
  const folder = await testFolder()
  await fc.assert(
    fc.asyncProperty(episodes, spoilt(child, ['CHILD']), async (rows, header) => {
      expect(await readSoundly(join(folder, 'return.xml'), xml(rows, header))).toBe(3 + rows.length)
      const text = csvText([
        Object.keys(episode),
        ...rows.map((row) => Object.keys(episode).map((key) => row[key]!)),
      ])
      expect(await readSoundly(join(folder, 'episodes.csv'), text)).toBe(rows.length)
    }),
    setting,
  )
})

/** Elements of any names inside one another, those of the return among them. */
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    cell.map((text) => text.replaceAll(/[<&]/g, '')),
    fc
      .tuple(
        fc.constantFrom(
          'CHILD',
          'HEADER',
          'EPISODE',
          'CHILDID',
          'DECOM',
          'OC2',
          'UASC',
          'AREVIEW',
          'REVIEW',
          'SEX',
          'OTHER',
        ),
        fc.array(tie('tree'), { maxLength: 4 }),
      )
      .map(([name, inside]) => `<${name}>${inside.join('')}</${name}>`),
  ),
}))

test('elements of a return in any order and any depth are read soundly', { timeout: ALL_MS }, async () => {
  const path = join(await testFolder(), 'return.xml')
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 6 }), async (parts) => {
      await readSoundly(path, `<EXPSSDA903>${parts.join('\n')}</EXPSSDA903>`)
    }),
    setting,
  )
})
