import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intakeOf, testFolder } from '../support/annex-a-files.ts'
import { assessment, censusXml, child, details, enquiry, plan } from '../support/census-xml.ts'
import { ALL_MS, byteChanges, changed, readSoundly, setting } from './sound-reading.ts'

const WHOLE = censusXml(2026, [
  ...child(
    'A',
    details(
      '2025-05-01',
      assessment('2025-05-02', '2025-06-10', '2B') + enquiry('2025-06-01', '2025-06-20'),
      plan('2025-06-20', null, '2025-09-10'),
    ),
  ),
  ...child('B', details('2025-07-01')),
])
const samples = process.env['WAYMARK_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples')
const samplePath = join(samples, 'csc-validator-be-cin', 'CIN_Census_2026.xml')
const FORMS: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['our own', Buffer.from(WHOLE)],
  ...(existsSync(samplePath) ? [['a public sample', readFileSync(samplePath)] as const] : []),
]

const place = fc.double({ min: 0, max: 1, noNaN: true })

test.each(FORMS)(
  'wherever a census is cut short, it is refused in words: %s',
  { timeout: ALL_MS },
  async (_, bytes) => {
    const path = join(await testFolder(), 'census.xml')
    await fc.assert(
      fc.asyncProperty(place, async (share) => {
        const cut = bytes.subarray(0, Math.floor(share * bytes.length))
        await readSoundly(path, cut)
        const { report } = await intakeOf([path])
        // What comes after the last tag may be cut off without a loss.
        expect(report.accepted).toBe(cut.toString().trimEnd().endsWith('</Message>'))
      }),
      setting,
    )
  },
)

test.each(FORMS)(
  'however the bytes of a census are spoilt, it is read soundly or refused: %s',
  { timeout: ALL_MS },
  async (_, bytes) => {
    const path = join(await testFolder(), 'census.xml')
    await fc.assert(
      fc.asyncProperty(byteChanges, async (changes) => {
        await readSoundly(path, changed(bytes, changes))
      }),
      setting,
    )
  },
)

const TAG = /<[^>]+>[^<]*/g
const NAMES = [...new Set(WHOLE.match(/<\w+/g)!.map((tag) => tag.slice(1)))]

test(
  'elements dropped, doubled, renamed and moved about keep the census sound',
  { timeout: ALL_MS },
  async () => {
    const path = join(await testFolder(), 'census.xml')
    // Whole elements on a line of their own, so that the file stays sound XML.
    const lines = WHOLE.replaceAll(/<\/[^>]+>(?=<)/g, '$&\n').split('\n')
    const move = fc.record({
      at: place,
      to: place,
      how: fc.constantFrom('drop', 'double', 'move', 'rename', 'wrap'),
      name: fc.constantFrom(...NAMES, 'Unknown', 'cindetails'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 6 }), async (moves) => {
        const now = [...lines]
        for (const { at: from, to, how, name } of moves) {
          const index = Math.floor(from * now.length)
          const line = now[index] ?? ''
          const isWhole = /^<(\w+)>[^<]*<\/\1>$/.test(line.trim())
          if (!isWhole) continue
          if (how === 'drop') now.splice(index, 1)
          else if (how === 'double') now.splice(index, 0, line)
          else if (how === 'rename') now[index] = line.replaceAll(/(?<=<\/?)\w+/g, name)
          else if (how === 'wrap') now[index] = `<${name}>${line}</${name}>`
          else {
            now.splice(index, 1)
            now.splice(Math.max(2, Math.floor(to * now.length)), 0, line)
          }
        }
        await readSoundly(path, now.join('\n'))
      }),
      setting,
    )
  },
)

test('values of any text keep count of every row', { timeout: ALL_MS }, async () => {
  const path = join(await testFolder(), 'census.xml')
  const value = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '2025-02-31',
      '31/12/2025',
      'true',
      'TRUE',
      '1.0',
      'N/A',
      'zz/05/2020',
      '&amp;',
      '-1',
      '9'.repeat(400),
    ),
    fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[<>&]|[^\P{C}]/gu, '.')),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 5, maxLength: 60 }), async (values) => {
      let next = 0
      const content = WHOLE.replaceAll(TAG, (tag) => {
        const [, name, text] = /^<(\w+)>([^<]+)$/.exec(tag) ?? []
        if (name === undefined || text!.trim() === '' || /Collection|LAchildID/.test(name)) return tag
        next += 1
        return `<${name}>${values[next % values.length]}`
      })
      await readSoundly(path, content)
      const { report } = await intakeOf([path], '2026-03-31')
      expect(report.accepted).toBe(true)
      const rows = report.files[0]!.tables.map(({ table, rows }) => [table.slice(11), rows])
      expect(Object.fromEntries(rows)).toMatchObject({
        ChildIdentifiers: 2,
        CINdetails: 2,
        Assessments: 1,
        Section47: 1,
        ChildProtectionPlans: 1,
        Reviews: 1,
      })
    }),
    setting,
  )
})

const inside = (text: string) => WHOLE.replace('<ReferralNFA>', `${text}<ReferralNFA>`)
const withType = (type: string, use: string) =>
  WHOLE.replace('<Message>', `<!DOCTYPE Message [${type}]><Message>`).replace('WBRI', use)
const bomb = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')

const HOSTILE: readonly (readonly [what: string, code: string, content: () => string | Buffer])[] = [
  ['an entity bomb', 'xml-document-type', () => withType(`<!ENTITY e0 "ha">${bomb}`, '&e9;')],
  [
    'an external entity',
    'xml-document-type',
    () => withType('<!ENTITY e SYSTEM "file:///etc/passwd">', '&e;'),
  ],
  [
    'an external document type',
    'xml-document-type',
    () => WHOLE.replace('<Message>', '<!DOCTYPE Message SYSTEM "http://example.invalid/m.dtd"><Message>'),
  ],
  ['an entity that nobody declared', 'xml-not-sound', () => WHOLE.replace('WBRI', '&e9;')],
  [
    'a document type that hides behind a comment',
    'xml-document-type',
    () => withType('', 'WBRI').replace('<!DOCTYPE', `<!--${' '.repeat(1000)}--><!DOCTYPE`),
  ],
  ['elements a hundred thousand deep', 'xml-too-deep', () => inside('<a>'.repeat(100_000))],
  [
    'elements too deep, and closed',
    'xml-too-deep',
    () => inside('<Child>'.repeat(200) + '</Child>'.repeat(200)),
  ],
  [
    'a text of ten megabytes',
    'xml-text-too-long',
    () => inside(`<PrimaryNeedCode>${'N'.repeat(10_000_000)}</PrimaryNeedCode>`),
  ],
  [
    'an attribute of ten megabytes',
    'xml-text-too-long',
    () => inside(`<PrimaryNeedCode a="${'N'.repeat(10_000_000)}"/>`),
  ],
  ['a name of ten megabytes', 'xml-text-too-long', () => inside(`<${'N'.repeat(10_000_000)}/>`)],
  ['a comment of ten megabytes', 'xml-text-too-long', () => inside(`<!--${' '.repeat(10_000_000)}-->`)],
  [
    'a child who never ends',
    'xml-child-too-long',
    () => inside(`<Disability>LD</Disability>`.repeat(100_000)),
  ],
  [
    'UTF-16 that is cut in half a letter',
    'file-damaged',
    () => Buffer.from(`\uFEFF${WHOLE}`, 'utf16le').subarray(0, -1),
  ],
  ['two documents in one file', 'xml-not-sound', () => WHOLE + WHOLE.slice(WHOLE.indexOf('<Message>'))],
]

test.each(HOSTILE)(
  '%s is refused (%s), and quickly',
  async (_, code, content) => {
    const path = join(await testFolder(), 'census.xml')
    writeFileSync(path, content())
    const { report } = await intakeOf([path])
    expect(report.accepted).toBe(false)
    expect(report.problems).toContainEqual(
      expect.objectContaining({ severity: 'error', code, message: expect.stringMatching(/^.{30,}$/) }),
    )
  },
  20_000,
)

test('a census of a hundred thousand unknown elements is read, and each name is told once', async () => {
  const path = join(await testFolder(), 'census.xml')
  writeFileSync(path, inside('<Shoe><Size>4</Size></Shoe>'.repeat(50_000)))
  const { report } = await intakeOf([path])
  expect(report.accepted).toBe(true)
  expect(report.files[0]!.tables.flatMap(({ unknownColumns }) => unknownColumns)).toEqual(['Shoe'])
  expect(report.problemCounts.filter(({ code }) => code === 'column-unknown')).toMatchObject([{ count: 1 }])
})

test('of unknown elements by the ten thousand the first hundred are told by name', async () => {
  const path = join(await testFolder(), 'census.xml')
  writeFileSync(path, inside(Array.from({ length: 20_000 }, (_, at) => `<a${at}/>`).join('')))
  const { report } = await intakeOf([path])
  expect(report.accepted).toBe(true)
  expect(report.files[0]!.tables.flatMap(({ unknownColumns }) => unknownColumns)).toHaveLength(100)
  expect(report.problemCounts.filter(({ code }) => code === 'column-unknown')).toHaveLength(101)
})
