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
