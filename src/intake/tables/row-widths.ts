import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { isEmpty } from '../values/blank.ts'

interface FittedCells {
  cells: readonly RawCell[]
  /** `fits`: as many as there are headers, or fewer. `json`: put together from what was cut. `shifted`: nobody can say. */
  how: 'fits' | 'json' | 'shifted'
}

/**
 * Whether the rows of a CSV file have as many cells as there are headers. A row that has more has been cut within a cell,
 * and what follows is under the wrong headers. JSON that a program writes without quotation marks is put together again.
 * Blank cells at the end are a habit of some programs when the first row has them, and otherwise a shift.
 */
export class RowWidths {
  readonly width: number
  /** Blank cells behind the last header that every row so far has. */
  #trailing: number | null = null

  constructor(width: number) {
    this.width = width
  }

  fit(cells: readonly RawCell[]): FittedCells {
    const { width } = this
    const surplus = cells.length - width
    if (surplus <= 0) {
      this.#trailing = 0
      return { cells, how: 'fits' }
    }
    const whole = jsonTogether(cells)
    if (whole && whole.length === width) return { cells: whole, how: 'json' }
    const isBlank = cells.slice(width).every(isEmpty)
    this.#trailing ??= isBlank ? surplus : 0
    return isBlank && surplus === this.#trailing
      ? { cells: cells.slice(0, width), how: 'fits' }
      : { cells, how: 'shifted' }
  }
}

/** The cells with those made one that are an object or a list cut at its commas; null when there is none. */
function jsonTogether(cells: readonly RawCell[]): RawCell[] | null {
  const together: RawCell[] = []
  let hasAny = false
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]!
    const found =
      typeof cell === 'string' && /^\s*[[{]/.test(cell) && !isJson(cell) ? jsonFrom(cells, index) : null
    together.push(found ? found.text : cell)
    if (found) [hasAny, index] = [true, found.end]
  }
  return hasAny ? together : null
}

/** Where JSON from `start` ends, and its text; null when there is none. */
function jsonFrom(cells: readonly RawCell[], start: number): { text: string; end: number } | null {
  let text = cellText(cells[start]!)
  for (let index = start + 1; index < cells.length; index += 1) {
    const piece = cellText(cells[index]!)
    const isInText = text.replaceAll('\\"', '').split('"').length % 2 === 0
    // Between two texts a text of its own was taken for a cell in quotation marks, which it then lacks.
    const isBare = !isInText && !piece.includes('"') && !isJson(piece) && !/[[\]{}]/.test(piece)
    text += `,${isBare ? JSON.stringify(piece) : piece}`
    if (isJson(text)) return { text, end: index }
  }
  return null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
