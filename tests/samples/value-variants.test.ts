import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { matchCode } from '../../src/intake/values/code-match.ts'
import { headerText } from '../../src/intake/tables/header-text.ts'
import { ANNEX_A_LISTS } from '../../src/standards/annex-a/lists.ts'
import { codeSetOf } from '../../src/standards/code-sets.ts'
import { blankIn } from '../../src/intake/values/blank.ts'
import { landsIn } from './liia-groups.ts'
import { VARIANT_DISAGREEMENTS } from './variant-disagreements.ts'
import { VARIANT_SOURCE_ERRORS, type VariantGroup } from './variant-source-errors.ts'

const samples = process.env['WAYMARK_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples')
const file = join(samples, 'liia-value-variants', 'annex_a_value_variants_dev.csv')
const here = existsSync(file)
if (!here) console.warn(`\nNOT RUN: the value variants are not in ${samples}.\n`)

type Variant = Record<'annex_a_column' | 'raw_value' | 'liia_group' | 'other_groups_claimed', string>

const nameOf = (column: string, spelling: string) => `${column}: ${spelling}`
const named = (groups: readonly VariantGroup[]): string[] =>
  groups.flatMap(({ column, spellings }) => spellings.map((spelling) => nameOf(column, spelling)))

const codeSets = new Map<string, string>()
for (const { name, aliases, codeSet } of ANNEX_A_LISTS.flatMap(({ fields }) => fields)) {
  for (const header of [name, ...aliases].map(headerText)) {
    if (codeSet && !codeSets.has(header)) codeSets.set(header, codeSet)
  }
}
const codeSetFor = ({ annex_a_column }: Variant) => codeSets.get(headerText(annex_a_column))!

/** Names of authorities are an open list, and a source that contradicts itself openly is no judge. */
const isJudge = (variant: Variant) =>
  codeSetFor(variant) !== 'la_of_placement' && variant.other_groups_claimed === ''

function isMet(variant: Variant): boolean {
  const codeSet = codeSetFor(variant)
  const { raw_value, liia_group } = variant
  const code = blankIn(raw_value) ? null : (matchCode(codeSetOf(codeSet), raw_value)?.code.code ?? null)
  return landsIn(codeSet, code, liia_group)
}

describe.skipIf(!here)('the spellings that councils have sent', () => {
  const variants = here
    ? parse<Variant>(readFileSync(file), { columns: true, bom: true }).filter(isJudge)
    : []
  const missed = variants
    .filter((variant) => !isMet(variant))
    .map(({ annex_a_column, raw_value }) => nameOf(annex_a_column, raw_value))

  test('land in the right group, but for those that are named with their reason', () => {
    const known = [...named(VARIANT_SOURCE_ERRORS), ...named(VARIANT_DISAGREEMENTS)]
    expect(missed.toSorted()).toEqual(known.toSorted())
  })

  test('meet 97% of what is rightly expected of them', () => {
    const wrong = new Set(named(VARIANT_SOURCE_ERRORS))
    const met = variants.length - missed.length
    const expected = variants.length - missed.filter((name) => wrong.has(name)).length
    const percent = (of: number) => `${((100 * met) / of).toFixed(1)}%`
    console.info(
      `Value variants: ${met} of ${expected} correct expectations (${percent(expected)}); ` +
        `of all ${variants.length}, ${percent(variants.length)}`,
    )
    expect(met / expected).toBeGreaterThanOrEqual(0.97)
    expect(met / variants.length).toBeGreaterThan(0.957)
  })
})
