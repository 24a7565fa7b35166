/**
 * How the command line speaks: answers go to standard output alone, so that they can be piped; progress and messages go
 * to standard error. Exit codes: 0 done; 1 refused or found wanting; 2 wrong usage.
 */
export interface Terminal {
  out: (text: string) => void
  say: (text: string) => void
  /** Shown in place, and wiped by the next; nothing when standard error is not a terminal. */
  progress: (text: string) => void
}

const wipe = '\r\u001B[2K'

export const realTerminal: Terminal = {
  out: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  say: (text) => void process.stderr.write(`${process.stderr.isTTY ? wipe : ''}${text}\n`),
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`${wipe}${text}`)
  },
}

/** What was asked cannot be understood: exit code 2. The message says what to write instead. */
export class WrongUsage extends Error {
  override name = 'WrongUsage'
}

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Columns padded with spaces, for reading on a terminal. Numbers belong to the right. */
export function asColumns(
  heads: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '–' : String(cell))))
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((row) => (row[column] ?? '').length)),
  )
  const isNumber = heads.map((_, column) => rows.every((row) => typeof row[column] !== 'string'))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        isNumber[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd()
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n')
}
