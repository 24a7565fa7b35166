/** How many letters must be put in, left out or changed to make one text the other. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [index, letter] of left.split('').entries()) {
    const above = row
    row = [index + 1]
    for (const [column, other] of right.split('').entries())
      row.push(Math.min(row[column]! + 1, above[column + 1]! + 1, above[column]! + Number(letter !== other)))
  }
  return row.at(-1)!
}

/** The name most like a text, whatever its case; null where none is like it in more than half of its letters. */
export function nearestTo(text: string, names: Iterable<string>): string | null {
  const wanted = text.toLowerCase()
  let found: { name: string; far: number } | null = null
  for (const name of names) {
    const far = distance(wanted, name.toLowerCase())
    if (found === null || far < found.far) found = { name, far }
  }
  return found && found.far <= Math.max(1, Math.floor(wanted.length / 2)) ? found.name : null
}

/** Names told of where none is like what was written. */
const MAX_NAMES = 5

/**
 * What to say of a name that is not known: `There is no team "North 22". The nearest is North 2`; where none is like it,
 * what there is.
 */
export function describeUnknown(kind: string, text: string, names: Iterable<string>): string {
  const known = [...names]
  const nearest = nearestTo(text, known)
  const refusal = `There is no ${kind} "${text}"`
  if (nearest) return `${refusal}. The nearest is ${nearest}`
  if (known.length === 0) return `${refusal}, and none at all yet`
  const more = known.length > MAX_NAMES ? `, and ${known.length - MAX_NAMES} more` : ''
  return `${refusal}. There is ${known.slice(0, MAX_NAMES).join(', ')}${more}`
}
