import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { ANNEX_A_CODE_SETS } from '../../src/standards/annex-a/code-sets.ts'
import { templateHeaders } from '../../src/standards/annex-a/list-spec.ts'
import { ANNEX_A_LISTS, annexAHeaders } from '../../src/standards/annex-a/lists.ts'
import { CENSUS_GROUPS, isPartOfYear } from '../../src/standards/cin-census/elements.ts'
import { publishedCodes } from '../../src/standards/code-set.ts'
import { filesOfYear, SSDA903, type ReturnFileName } from '../../src/standards/ssda903/return-files.ts'

const samples = process.env['WAYMARK_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples')
const here = existsSync(samples)
if (!here) {
  console.warn(
    `\nNOT RUN: the public sample files are not in ${samples}. Set WAYMARK_SAMPLES to their folder.\n`,
  )
}

test.skipIf(!here)('every file of the SSDA903 has the columns of the public sample of it', () => {
  const NAMES: Partial<Record<ReturnFileName, string>> = {
    placed_adoption: 'placed_for_adoption',
    prev_perm: 'previous_permanence',
    dolo: 'DoLo',
  }
  const without: string[] = []
  for (const file of filesOfYear(2027)) {
    const path = join(samples, 'csc-validator-be-903', `${NAMES[file] ?? file}.csv`)
    if (!existsSync(path)) {
      without.push(file)
      continue
    }
    const header = readFileSync(path, 'utf8').split(/\r?\n/)[0]!.split(',')
    expect(Object.keys(SSDA903[file].columns), file).toEqual(header)
  }
  expect(without).toEqual(['social_worker'])
})

describe.skipIf(!here)('Annex A', () => {
  const sheetsOf = async (...path: string[]) => {
    const { sheets } = await readXlsx(readFileSync(join(samples, ...path)))
    return new Map(sheets.map(({ name, rows }) => [name, rows]))
  }
  const template = () => sheetsOf('annexa-cincensus-cleaner', '2015-01-sample.xlsx')
  const plain = (header: unknown) => String(header).replaceAll(/[‘’]/g, "'")

  /** Columns that list 9 gained after the template. */
  const LATER = /Unaccompanied|Personal Advisor|Latest/

  test('every list has the headers of Ofsted’s template, letter for letter', async () => {
    const sheets = await template()
    for (const list of ANNEX_A_LISTS) {
      const headers = templateHeaders(list).filter((header) => list.number !== 9 || !LATER.test(header))
      expect(sheets.get(`List_${list.number}`)![1]!.map(plain)).toEqual(headers.map(plain))
    }
  })

  test('the longer list 9 has the headers of a council’s own file', async () => {
    const sheets = await sheetsOf('liia-tools-pipeline', 'Annex_A_2024_Jan.xlsx')
    const headers = sheets.get('List 9')![0]!.map((header) => String(header).trim())
    const lower = (names: readonly string[]) => names.map((name) => name.toLowerCase())
    expect(lower(headers.with(headers.indexOf('Age'), 'Age of Child (Years)'))).toEqual(
      lower(annexAHeaders(9)),
    )
  })

  /** Codes that came after August 2019; and those that the template has in its guidance, next to the list. */
  const NOT_ON_SHEET = [
    'ffa_flag: Yes',
    'ffa_flag: No',
    'gender_adopter: c) Neither',
    'gender_adopter: d) Not stated/recorded',
    'contact_source: p1) 5D: LA services',
    'reason_for_closure: RC9 - Case closed after assessment, referred to early help',
    'reason_ceased_looked_after: v) E17: Aged 18+ and remained with current carers',
    'care_leaver_eligibility: d) Eligible child',
    'activity_status: F4: Young person engaged full time in an apprenticeship',
    'activity_status: P4: Young person engaged part time in an apprenticeship',
    'activity_status: F5: Young person engaged full time in training or employment (not apprenticeship)',
    'activity_status: P5: Young person engaged part time in training or employment (not apprenticeship)',
  ]

  test('every published code is on the template’s own sheet of codes', async () => {
    const cells = new Set((await template()).get('Codes_used')!.flat().map(plain))
    const missing = Object.entries(ANNEX_A_CODE_SETS).flatMap(([name, set]) =>
      set.open
        ? []
        : publishedCodes(set)
            .filter((code) => !cells.has(plain(code)))
            .map((code) => `${name}: ${code}`),
    )
    expect(missing).toEqual(NOT_ON_SHEET)
  })
})

describe.skipIf(!here)('the children in need census', () => {
  /** The groups of a schema, with the name, the least and the most of each element, in order. */
  function groupsOf(year: number): Map<string, string[]> {
    const xsd = readFileSync(join(samples, 'liia-tools-pipeline', `CIN_schema_${year}.xsd`), 'utf8')
    const groupOfType = new Map<string, string>()
    const parts = new Map<string, string[]>()
    const open: string[] = []
    let latest = ''
    for (const [tag] of xsd
      .replaceAll(/<!--.*?-->/gs, '')
      .matchAll(/<\/?xs:(?:complexType|element)\b[^>]*>/g)) {
      const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
      if (tag === '</xs:complexType>') open.pop()
      else if (tag.startsWith('<xs:complexType')) {
        // A type without a name is that of the element around it.
        const type = attribute('name') ?? `of ${latest}`
        if (attribute('name') === undefined) groupOfType.set(type, latest)
        open.push(type)
        parts.set(type, [])
      } else if (tag.startsWith('<xs:element')) {
        latest = attribute('name')!
        groupOfType.set(attribute('type') ?? '', latest)
        const often = `${attribute('minOccurs') ?? '1'} ${attribute('maxOccurs') ?? '1'}`
        parts.get(open.at(-1) ?? '')?.push(`${latest} ${often}`)
      }
    }
    return new Map([...parts].map(([type, elements]) => [groupOfType.get(type)!, elements]))
  }

  test.each([2020, 2021, 2023, 2026])('has the groups of the schema of %i, in its order', (year) => {
    const groups = groupsOf(year)
    const ours = [...CENSUS_GROUPS].flatMap(([group, parts]) =>
      groups.has(group)
        ? [
            [
              group,
              parts
                .filter((part) => isPartOfYear(part, year))
                .map(({ name, isRequired, isMany }) => {
                  // One of the two is required, and the census of a year has one of them.
                  const isSex = name === 'Sex' || name === 'GenderCurrent'
                  return `${name} ${isRequired || isSex ? 1 : 0} ${isMany ? 'unbounded' : 1}`
                }),
            ] as const,
          ]
        : [],
    )
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(groups))
  })
})
