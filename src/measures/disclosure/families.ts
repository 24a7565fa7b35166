/**
 * Series that add up: the whole of one is the sum of the others, month by month and in every split. A small number hidden
 * in one of them must not come out of the others. A test holds each to the figures of a generated council.
 */
export interface Family {
  whole: string
  parts: readonly string[]
}

export const FAMILIES: readonly Family[] = [
  { whole: 'fd-contacts', parts: ['fd-contacts.new', 'fd-contacts.open_case'] },
  { whole: 'lac-number.all', parts: ['lac-number.uasc', 'lac-number.ex_uasc'] },
]

export const familyOf = (id: string): Family | null =>
  FAMILIES.find(({ whole, parts }) => whole === id || parts.includes(id)) ?? null
