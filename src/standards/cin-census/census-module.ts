import { column, type FieldSpec, type FieldType, type TableSpec } from '../table.ts'
import type { CensusCodeSet } from './code-sets.ts'

/** One module of the census: an element that its XML repeats, and a file of its flattened form. */
export interface CensusModule extends TableSpec {
  /** `CINdetails`; the table is `cin-census/CINdetails`. */
  module: string
}

type Own = 'source' | 'table' | 'called' | 'module'

export const censusModule = (module: string, spec: Omit<CensusModule, Own>): CensusModule => ({
  ...spec,
  source: 'cin-census',
  table: `cin-census/${module}`,
  called: `${module} of the children in need census`,
  module,
})

type More = Partial<Pick<FieldSpec, 'required' | 'mayLieAhead' | 'aliases'>>

/** A column by the name that the census publishes, which is its key too. */
export const plain = (name: string, type: Exclude<FieldType, 'category' | 'boolean'>, more: More = {}) =>
  column(name, name, type, more)

export const coded = (name: string, codeSet: CensusCodeSet, more: More = {}) =>
  column(name, name, 'category', { codeSet, ...more })

export const flagged = (name: string, more: More = {}) =>
  column(name, name, 'boolean', { codeSet: 'cin_census_flag' satisfies CensusCodeSet, ...more })
