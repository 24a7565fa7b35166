const QUOTE = '"'

/** The cells of one line of a CSV of ours: no cell of theirs holds an end of line. */
export function csvCells(line: string): string[] {
  if (!line.includes(QUOTE)) return line.split(',')
  const cells: string[] = []
  let [cell, isQuoted] = ['', false]
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at]!
    if (letter === QUOTE && isQuoted && line[at + 1] === QUOTE) {
      cell += QUOTE
      at += 1
    } else if (letter === QUOTE) {
      isQuoted = !isQuoted
    } else if (letter === ',' && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else {
      cell += letter
    }
  }
  return [...cells, cell]
}
