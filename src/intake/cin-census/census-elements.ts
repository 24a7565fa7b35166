import { fieldOf, keysOf, type FieldSpec } from '../../standards/table.ts'
import type { FieldValue } from '../values/field-value.ts'
import type { CensusModule } from '../../standards/cin-census/census-module.ts'
import { CENSUS_GROUPS, type CensusPart } from '../../standards/cin-census/elements.ts'
import { CENSUS_MODULES } from '../../standards/cin-census/modules.ts'

/** Other names that systems write, in lower case. */
const OTHER_NAMES: Readonly<Record<string, string>> = { cppreviews: 'Reviews' }

/** Values of which each is a row of its own module. */
const ROW_OF_ITS_OWN: Readonly<Record<string, string>> = {
  Disability: 'Disabilities',
  CPPreviewDate: 'Reviews',
}

/** Groups that are a row; what is in any other belongs to the row around it. */
const moduleOf = new Map(
  CENSUS_MODULES.filter(({ module }) => !Object.values(ROW_OF_ITS_OWN).includes(module)).map((module) => [
    module.module,
    module,
  ]),
)

/** One kind of element, as it is in one kind of group. */
export interface CensusElement extends CensusPart {
  /** Among what is in its group, from 0; its bit in a set of those is `1 << order`. */
  order: number
  /** Null of an element that holds a value. */
  group: CensusGroup | null
  /** Of a value: the module whose row it is in itself. */
  ownRow: CensusModule | null
}

export interface CensusGroup {
  name: string
  module: CensusModule | null
  elements: ReadonlyMap<string, CensusElement>
  /** Bits of the elements that must be there. */
  required: number
  /** Bits of elements of which one must. */
  oneOf: number
}

function groupNamed(name: string): CensusGroup {
  const elements = new Map<string, CensusElement>()
  let required = 0
  let oneOf = 0
  for (const [order, part] of CENSUS_GROUPS.get(name)!.entries()) {
    if (part.isRequired) required |= 1 << order
    if (part.name === 'Sex' || part.name === 'GenderCurrent') oneOf |= 1 << order
    elements.set(part.name, {
      ...part,
      order,
      group: CENSUS_GROUPS.has(part.name) ? groupNamed(part.name) : null,
      ownRow: CENSUS_MODULES.find(({ module }) => module === ROW_OF_ITS_OWN[part.name]) ?? null,
    })
  }
  return { name, module: moduleOf.get(name) ?? null, elements, required, oneOf }
}

export const MESSAGE = groupNamed('Message')

const byName = new Map<string, CensusElement>()
function gather({ elements }: CensusGroup): void {
  for (const element of elements.values()) {
    if (!byName.has(element.name.toLowerCase())) byName.set(element.name.toLowerCase(), element)
    if (element.group) gather(element.group)
  }
}
gather(MESSAGE)

/** The published name of an element written in another way; null when there is no such element anywhere in the census. */
export const publishedName = (name: string): string | null =>
  byName.get((OTHER_NAMES[name.toLowerCase()] ?? name).toLowerCase())?.name ?? null

/** An element by its published name, wherever it should be. */
export const elementNamed = (name: string): CensusElement => byName.get(name.toLowerCase())!

/** What one row of a module begins as: every column is there, and blank. */
export const blankRow = ({ fields }: CensusModule): Record<string, FieldValue | null> =>
  Object.fromEntries(fields.map(({ key }) => [key, null]))

/** The column that an element's value goes to in a row of a module; null when the module has none. */
export const columnIn = (module: CensusModule, name: string): FieldSpec | null =>
  module.fields.some(({ key }) => key === name) ? fieldOf(module, name) : null

export const isKeyOf = (module: CensusModule, name: string): boolean => keysOf(module).includes(name)
