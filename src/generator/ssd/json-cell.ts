/** Outcomes as flags: Y for those named, N for the field's others, with their count and room for a comment. */
export function flagged(
  { keys }: { keys: readonly string[] },
  outcomes: readonly string[],
): Record<string, string | number> {
  const strange = outcomes.find((outcome) => !keys.includes(outcome))
  if (strange !== undefined) throw new Error(`${strange} is no flag of this field`)
  return Object.fromEntries(
    keys.map((key) => {
      if (key === COUNT) return [key, outcomes.length]
      return [key, key.endsWith(COMMENTS) ? '' : yesNo(outcomes.includes(key))]
    }),
  )
}

const COUNT = 'TOTAL_NO_OF_OUTCOMES'
const COMMENTS = 'COMMENTS'

/** Every key, with nothing said of any: an object is meant to be whole even where it is empty. */
export const unsaid = ({ keys }: { keys: readonly string[] }): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, '']))

export const yesNo = (is: boolean): string => (is ? 'Y' : 'N')
/** Blank where nobody wrote it down. */
export const yesNoBlank = (is: boolean | null): string | null => (is === null ? null : yesNo(is))
/** How the dataset says whether there was no further action. */
export const yesNoWord = (is: boolean): string => (is ? 'Yes' : 'No')
