/** A field of JSON: one for each, so that what was written of it once need not be written again. */
interface FlagField {
  keys: readonly string[]
}

const COUNT = 'TOTAL_NO_OF_OUTCOMES'
const COMMENTS = 'COMMENTS'

/** Outcomes come in few combinations, and there are a hundred thousand cells of them. */
const written = new WeakMap<FlagField, Map<string, string>>()

/** Outcomes as flags: Y for those named, N for the field's others, with their count and room for a comment. */
export function flagged(field: FlagField, outcomes: readonly string[]): string {
  const strange = outcomes.find((outcome) => !field.keys.includes(outcome))
  if (strange !== undefined) throw new Error(`${strange} is no flag of this field`)
  return writtenOnce(field, outcomes.join(), (key) => {
    if (key === COUNT) return outcomes.length
    return key.endsWith(COMMENTS) ? '' : yesNo(outcomes.includes(key))
  })
}

/** Every key, with nothing said of any: an object is meant to be whole even where it is empty. */
export const unsaid = (field: FlagField): string => writtenOnce(field, 'unsaid', () => '')

function writtenOnce(field: FlagField, what: string, valueOf: (key: string) => string | number): string {
  let cells = written.get(field)
  if (!cells) written.set(field, (cells = new Map()))
  let text = cells.get(what)
  if (text === undefined) {
    text = JSON.stringify(Object.fromEntries(field.keys.map((key) => [key, valueOf(key)])))
    cells.set(what, text)
  }
  return text
}

export const yesNo = (is: boolean): string => (is ? 'Y' : 'N')
/** Blank where nobody wrote it down. */
export const yesNoBlank = (is: boolean | null): string | null => (is === null ? null : yesNo(is))
/** How the dataset says whether there was no further action. */
export const yesNoWord = (is: boolean): string => (is ? 'Yes' : 'No')
