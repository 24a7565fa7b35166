import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, onTestFinished, test } from 'vitest'
import { censusText } from '../../tests/support/census-world.ts'
import { csvLine, type CsvCell } from '../files/csv-file.ts'
import { smallCouncil } from '../plans/small-council.ts'
import { simulateFamilies, workforceOf } from '../simulation/council-simulation.ts'
import { CENSUS_HEADER_FAULTS, CENSUS_FAULTS } from './census-faults.ts'
import type { CsvStandard } from './csv-planting.ts'
import { openFaults } from './planting.ts'
import type { Planted } from './planted.ts'
import { SSD } from './ssd-faults.ts'
import { SSDA903 } from './ssda903-faults.ts'

/** The files as they are after they were messed, and what was planted. */
async function reworked(files: Readonly<Record<string, string>>, seed = 5) {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-mess-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  const faults = openFaults(folder, seed)
  const written = await faults.rework(
    Object.keys(files).map((file) => ({ file, rows: 7, bytes: Buffer.byteLength(files[file]!) })),
  )
  faults.close()
  const textOf = (file: string) => readFile(join(folder, file), 'utf8')
  const texts: Record<string, string> = {}
  for (const { file, bytes } of written) {
    texts[file] = await textOf(file)
    expect([file, bytes]).toEqual([file, Buffer.byteLength(texts[file])])
  }
  return { texts, planted: JSON.parse(await textOf('planted.json')) as Planted[] }
}

/** Takes one fault out of the lines of a census again; `at` is the line it was planted on, from 0. */
const UNDO: Readonly<Record<string, (lines: string[], at: number, planted: Planted) => void>> = {
  'text-stray': (lines, at) => (lines[at] = lines[at]!.replace(/PersonBirthDate$/, '')),
  'sex-older': (lines, at, { was }) =>
    (lines[at] = lines[at]!.replaceAll('Sex', 'GenderCurrent').replace(/>.</, `>${String(was)}<`)),
  'factors-empty': (lines, at) => lines.splice(at, 1),
  'reviews-renamed'(lines, at) {
    const to = lines.findIndex((line, place) => place > at && line.includes('</CPPreviews>'))
    for (const place of [at, to]) lines[place] = lines[place]!.replace('CPPreviews', 'Reviews')
  },
  'disabilities-apart': (lines, at) => lines.splice(at, 2),
  'element-moved'(lines, at) {
    const [moved] = lines.splice(at, 1)
    // Before the plans, or at the end of the referral.
    const to = lines.findIndex(
      (line, place) => place >= at && /^ *<(ChildProtectionPlans|\/CINdetails)>$/.test(line),
    )
    lines.splice(to, 0, moved!)
  },
  'plan-repeated'(lines, at) {
    const to = lines.findIndex((line, place) => place > at && line.includes('</ChildProtectionPlans>'))
    lines.splice(at, to - at + 1)
  },
}
const putBack = (lines: string[], at: number, { was, written }: Planted) =>
  (lines[at] = lines[at]!.replace(`>${String(written)}<`, `>${String(was)}<`))

test('a messy census has every quirk, and is the clean one again when they are taken out', async () => {
  const plan = smallCouncil(2015)
  const { text } = await censusText(simulateFamilies(plan, workforceOf(plan)), { year: 2014 })
  const file = 'cin-census/CIN_2014_999.xml'
  const { texts, planted } = await reworked({ [file]: text })
  const faults = [...CENSUS_FAULTS, ...CENSUS_HEADER_FAULTS].map(({ id }) => id)
  expect(new Set(planted.map(({ quirk }) => quirk))).toEqual(new Set(faults))
  const lines = texts[file]!.split('\n')
  for (const one of planted.toReversed()) (UNDO[one.quirk] ?? putBack)(lines, one.row! - 1, one)
  expect(lines.join('\n')).toBe(text)
  // A child has one fault at most.
  expect(planted.length).toBeLessThan(text.split('<Child>').length / 8)
})

/** Files of a standard with a row for each of these cells, and the child's id before them. */
const files = (
  standard: CsvStandard,
  tables: Readonly<Record<string, Readonly<Record<string, readonly CsvCell[]>>>>,
) =>
  Object.fromEntries(
    Object.entries(tables).map(([table, columns]) => {
      const names = Object.keys(columns)
      const rows = Array.from({ length: 40 }, (_, row) =>
        names.map((name) => columns[name]![row % columns[name]!.length]!),
      )
      return [`${standard.name}/${table}.csv`, [names, ...rows].map(csvLine).join('')]
    }),
  )

const RETURN = files(SSDA903, {
  header: {
    CHILD: ['101', '102'],
    DOB: ['05/01/2005'],
    ETHNIC: ['WBRI'],
    UPN: ['A999000000001'],
    MOTHER: ['0', '1'],
    MC_DOB: [null],
  },
  episodes: {
    CHILD: ['101'],
    DECOM: ['01/02/2013'],
    RNE: ['S'],
    LS: ['C2'],
    PLACE: ['U6'],
    DEC: [null, '04/05/2013'],
    REC: [null, 'E3'],
    HOME_POST: ['ZZ1 1AA'],
    PL_POST: ['ZZ2 2BB'],
    URN: ['SC999001', null],
  },
  oc3: { CHILD: ['103'], DOB: ['05/01/1997'], ACTIV: ['F1'], ACCOM: ['B', 'U'] },
  prev_perm: { CHILD: ['104'], PREV_PERM: ['P1'], DATE_PERM: ['05/01/2010'] },
})
const DATASET = files(SSD, {
  ssd_person: {
    pers_person_id: ['1', '2'],
    pers_sex: ['M', 'F'],
    pers_ethnicity: ['WBRI', 'NOBT', 'CHNE', 'AIND'],
  },
  ssd_assessment_factors: { cinf_table_id: ['1', '2'], cinf_assessment_factors_json: ['["1B","2A"]', null] },
  ssd_care_leavers: { clea_table_id: ['1'], clea_care_leaver_accommodation: ['S', 'U'] },
  ssd_cla_previous_permanence: { lapp_table_id: ['1'], lapp_previous_permanence_order_date: ['05/01/2010'] },
  ssd_contacts: { cont_contact_id: ['1'], cont_contact_outcome_json: [null] },
})

test.each([
  ['SSDA903', RETURN, SSDA903],
  ['SSD', DATASET, SSD],
] as const)(
  'messy files of the %s have every quirk, and differ from the clean ones in nothing else',
  async (_, clean, standard) => {
    const { texts, planted } = await reworked(clean)
    const marks = standard.marked.filter((table) => `${standard.name}/${table}.csv` in clean)
    expect(new Set(planted.map(({ quirk }) => quirk))).toEqual(
      new Set([...standard.faults.map(({ id }) => id), ...(marks.length > 0 ? ['file-order-mark'] : [])]),
    )
    for (const [file, text] of Object.entries(clean)) {
      const cellsOf = (csv: string): string[][] => parse(csv, { bom: true })
      const [before, after] = [cellsOf(text), cellsOf(texts[file]!)]
      expect(texts[file]!.startsWith('\uFEFF')).toBe(marks.some((table) => file.endsWith(`/${table}.csv`)))
      const differing = after.flatMap((row, place) =>
        row.flatMap((written, column) => {
          const was = before[place]![column]!
          return written === was
            ? []
            : [{ row: place + 1, column: before[0]![column], was: was === '' ? null : was, written }]
        }),
      )
      const told = planted.filter((one) => one.file === file && one.column !== null)
      expect(told.map(({ row, column, was, written }) => ({ row, column, was, written }))).toEqual(differing)
      expect(after).toHaveLength(before.length)
    }
  },
)

test('files of other standards are left as they are', async () => {
  const readme = { 'README.txt': 'Every child here is invented.\n' }
  expect(await reworked(readme)).toEqual({ texts: readme, planted: [] })
})

test('the same seed makes the same mess', async () => {
  expect(await reworked(RETURN)).toEqual(await reworked(RETURN))
  expect(await reworked(RETURN, 6)).not.toEqual(await reworked(RETURN))
})
