import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ANNEX_A_CODE_SETS } from '../src/standards/annex-a/code-sets.ts'
import { ANNEX_A_LISTS } from '../src/standards/annex-a/lists.ts'
import { publishedCodes, type Code } from '../src/standards/code-set.ts'
import { codeSetOf } from '../src/standards/code-sets.ts'
import { CENSUS_GROUPS, type CensusPart } from '../src/standards/cin-census/elements.ts'
import { CENSUS_MODULES } from '../src/standards/cin-census/modules.ts'
import { SSDA903 } from '../src/standards/ssda903/return-files.ts'
import { publishedColumns, type SsdColumn, type SsdTable } from '../src/standards/ssd/ssd-table.ts'
import { SSD } from '../src/standards/ssd/tables.ts'
import { ssdCodesOf } from './support/ssd-codes.ts'
import type { FieldType } from '../src/standards/table.ts'

/** What was published of a standard, set down by itself and never from our own description. */
const publication = (standard: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'standards', `${standard}.json`), 'utf8'))

type Notes = Record<string, string>

const KINDS: Partial<Record<FieldType, string>> = {
  date: 'date',
  integer: 'integer',
  age: 'integer',
  decimal: 'number',
}
const kindOf = (type: FieldType): string => KINDS[type] ?? 'text'

/** The notes that differ, ours next to the published; `because` says why some do. */
function differences(ours: Notes, published: Notes, because: Readonly<Record<string, string>> = {}) {
  const names = [...new Set([...Object.keys(published), ...Object.keys(ours)])]
  return names
    .filter((name) => ours[name] !== published[name] && because[name] === undefined)
    .map((name) => ({ name, ours: ours[name], published: published[name] }))
}

const years = ({ since, until }: Code) => `${since ? ` since ${since}` : ''}${until ? ` until ${until}` : ''}`
const codesWithYears = (set: string): string[] =>
  codeSetOf(set)
    .codes.filter(({ isOnlyRead }) => !isOnlyRead)
    .map((code) => code.published + years(code))

describe('the Standard Safeguarding Dataset', () => {
  const { tables } = publication('ssd') as { tables: Record<string, Notes> }

  /** What is ours alone, and why. */
  const BECAUSE: Readonly<Record<string, string>> = {
    fami_family_id: 'several rows have the published key: the id of the row is the key',
    fami_table_id: 'the id of the row, in place of the published key',
    moth_childs_person_id: 'a second key: the id of the row is enough',
    prep_plo_family_id: 'a second key: the id of the row is enough',
    dept_team_id: 'published without a key, and named by other tables as one',
    invo_involvements_id: 'published without a key, and an id of its row all the same',
  }

  const note = (table: SsdTable, name: string, column: SsdColumn): string => {
    const codes = ssdCodesOf(column)
    return [
      kindOf(column.type),
      table.naturalKey.join() === name && table.prefix !== null ? ' key' : '',
      column.refersTo ? ` > ${column.refersTo}` : '',
      column.keys ? ` {${column.keys.join(' ')}}` : '',
      codes ? `: ${codes.toSorted().join(' | ')}` : '',
    ].join('')
  }
  const inOrder = (note: string) => {
    const [before, codes] = note.split(': ')
    return codes === undefined ? note : `${before}: ${codes.split(' | ').toSorted().join(' | ')}`
  }

  test('has the 48 published tables and their 359 fields, in order', () => {
    expect(Object.keys(SSD).toSorted()).toEqual(Object.keys(tables).toSorted())
    for (const [name, table] of Object.entries(SSD)) {
      expect(publishedColumns(table).map(([column]) => column)).toEqual(Object.keys(tables[name]!))
      expect(table.table).toBe(`ssd/${name}`)
    }
    expect(Object.values(tables).flatMap((table) => Object.keys(table))).toHaveLength(359)
  })

  test.each(Object.entries<SsdTable>(SSD))('has the kinds, keys and codes of %s', (name, table) => {
    const ours = Object.fromEntries(
      publishedColumns(table).map(([column, spec]) => [column, note(table, column, spec)]),
    )
    const published = Object.fromEntries(
      Object.entries(tables[name]!).map(([column, note]) => [column, inOrder(note)]),
    )
    expect(differences(ours, published, BECAUSE)).toEqual([])
  })
})

describe('the return of children looked after', () => {
  const { files } = publication('ssda903') as { files: Record<string, Notes> }

  const BECAUSE = {
    ACCOM: 'the publication has letters alone, and files a letter and a digit for whether it suits',
  }

  test('has the published files and their columns, in order', () => {
    expect(Object.keys(SSDA903)).toEqual(Object.keys(files))
    for (const [name, { columns }] of Object.entries(SSDA903))
      expect(Object.keys(columns)).toEqual(Object.keys(files[name]!))
  })

  test.each(Object.entries(SSDA903))('has the kinds, blanks and codes of %s', (name, { fields }) => {
    const ours = Object.fromEntries(
      fields.map(({ key, type, required, codeSet }) => [
        key,
        `${kindOf(type)}${required ? '!' : ''}${codeSet ? `: ${codesWithYears(codeSet).toSorted().join(' | ')}` : ''}`,
      ]),
    )
    const published = Object.fromEntries(
      Object.entries(files[name]!).map(([column, note]) => {
        const [before, codes] = note.split(': ')
        return [column, codes ? `${before}: ${codes.split(' | ').toSorted().join(' | ')}` : note]
      }),
    )
    expect(differences(ours, published, BECAUSE)).toEqual([])
  })
})

describe('the children in need census', () => {
  const { elements } = publication('cin-census') as { elements: Notes }
  const FIELDS = new Map(CENSUS_MODULES.flatMap(({ fields }) => fields.map((field) => [field.key, field])))

  const BECAUSE = {
    'Message/Header/CollectionDetails/Year': 'a year, which is read as a number',
    'Message/Children/Child/ChildIdentifiers/Sex': 'it or GenderCurrent is expected, by the year',
    'Message/Children/Child/ChildIdentifiers/GenderCurrent': 'it or Sex is expected, by the year',
    'Message/Children/Child/CINdetails/PreProceedingsandFGDM/FGDMMeetingOffer': 'no codes are published yet',
    'Message/Children/Child/CINdetails/PreProceedingsandFGDM/FGDMMeetingFac': 'no codes are published yet',
  }

  const often = ({ isRequired, isMany }: CensusPart) =>
    isMany ? (isRequired ? 'one or more' : 'any') : isRequired ? 'one' : 'none or one'
  /** A list of factors in one cell is words to the reader; each of them is a code. */
  const setOf = (name: string) =>
    name === 'AssessmentFactors' ? 'cin_census_assessment_factors' : FIELDS.get(name)!.codeSet
  const valueOf = (name: string): string => {
    const set = setOf(name)
    const codes = set === null ? [] : codesWithYears(set)
    return `${kindOf(FIELDS.get(name)!.type)}${codes.length > 0 ? `: ${codes.toSorted().join(' | ')}` : ''}`
  }
  const noteOf = (part: CensusPart): string =>
    `${often(part)} ${CENSUS_GROUPS.has(part.name) ? 'group' : valueOf(part.name)}` +
    (part.since ? `; since ${part.since}` : '') +
    (part.until ? `; until ${part.until}` : '')
  /** What is in a group has the years of the group, at the most. */
  const within = (group: string, path: string, years: Partial<CensusPart> = {}): [string, string][] =>
    CENSUS_GROUPS.get(group)!.flatMap((own) => {
      const part = { ...years, ...own }
      const inner = `${path}/${part.name}`
      const { since, until } = part
      const inherited = { ...(since && { since }), ...(until && { until }) }
      return [
        [inner, noteOf(part)],
        ...(CENSUS_GROUPS.has(part.name) ? within(part.name, inner, inherited) : []),
      ]
    })

  test('has the published elements in order, each as often, in its years and with its codes', () => {
    const ours = within('Message', 'Message')
    const { Message, ...published } = elements
    expect(Message).toBe('one group')
    expect(ours.map(([path]) => path)).toEqual(Object.keys(published))
    const sorted = Object.entries(published).map(([path, note]) => {
      const [, before, codes, years] = /^([^:;]+)(?:: ([^;]+))?(;.*)?$/.exec(note)!
      const list = codes ? `: ${codes.split(' | ').toSorted().join(' | ')}` : ''
      return [path, before + list + (years ?? '')]
    })
    expect(differences(Object.fromEntries(ours), Object.fromEntries(sorted), BECAUSE)).toEqual([])
  })
})

describe('Annex A', () => {
  const { lists, codes } = publication('annex-a') as {
    lists: Record<string, { name: string; columns: Notes }>
    codes: Record<string, string[]>
  }

  const BECAUSE = {
    'Date of Birth': 'ages and splits rest on it, so a blank is reported',
  }

  test.each(ANNEX_A_LISTS)('has the columns of list $number, in order', ({ number, name, fields }) => {
    const published = lists[number]!
    expect(name).toBe(published.name)
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(published.columns))
    const ours = Object.fromEntries(
      fields.map(({ name, type, required, codeSet }) => [
        name,
        `${kindOf(type)}${required ? '!' : ''}${codeSet ? `: ${codeSet}` : ''}`,
      ]),
    )
    expect(differences(ours, published.columns, BECAUSE)).toEqual([])
  })

  test.each(Object.keys(ANNEX_A_CODE_SETS))('has the codes of %s, as Ofsted publishes them', (set) => {
    expect(publishedCodes(ANNEX_A_CODE_SETS[set]!)).toEqual(codes[set])
  })
})
