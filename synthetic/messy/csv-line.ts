const QUOTE = '"'

/** The cells of one line of a CSV of ours: no cell of theirs holds an end of line. */
export function csvCells(line: string): string[] {
  if (!line.includes(QUOTE)) return line.split(',')
  const cells: string[] = []
  let [cell, isQuoted] = ['', false]
  for (let index = 0; index < line.length; index += 1) {
    const letter = line[index]!
    if (letter === QUOTE && isQuoted && line[index + 1] === QUOTE) {
      cell += QUOTE
      index += 1
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
