/**
 * The capture templates are on the lowest floor because three rooms that may not know each other need them: the
 * generator writes them, the intake reads them, and the dataset offers them for download. The intake could ask the
 * generator, a floor below it, but reading a council's file must not load an inventor of councils.
 */

/** What a cell of a capture file may hold, and how it is written. */
export const CELL_KINDS = {
  child: { reads: 'the child’s id, as the case system and Annex A write it' },
  worker: { reads: 'the worker’s code, never a name' },
  reference: { reads: 'the council’s own number or name for it, the same wherever it is spoken of' },
  text: { reads: 'a few words; no names' },
  code: { reads: 'one of the words listed' },
  day: { reads: 'a day, `YYYY-MM-DD`' },
  moment: { reads: 'day and time on the clock in England, `YYYY-MM-DDTHH:MM`' },
  month: { reads: 'a month, `YYYY-MM`' },
  yes_no: { reads: '`yes` or `no`; blank where nobody wrote it down' },
  count: { reads: 'a whole number from 0' },
  number: { reads: 'a number, with a point where it is not whole' },
  pounds: { reads: 'pounds, with pence after a point where there are any; a minus where money comes back' },
} as const
export type CellKind = keyof typeof CELL_KINDS

export interface CaptureColumn {
  /** What it says, for the person who fills it in. */
  means: string
  kind: CellKind
  isRequired: boolean
  /** Of a code: the words that may be there. */
  allowed: readonly string[]
  /** Of a day: it may be planned or booked, and so come after the day that the file is as at. */
  mayLieAhead: boolean
  example: string
}

/** What one kind of captured record holds, column by column in order. */
export interface CaptureTemplate {
  /** Name of the file, less `.csv`. */
  name: string
  /** What one row is about, as `One return interview`. */
  row: string
  purpose: string
  /** Measures of the catalogue, as `mis-rhi-72h`, or rooms that draw on it. */
  feeds: readonly string[]
  /** Columns that together name one row: of two rows that say the same of them the first is kept. */
  key: readonly string[]
  /** Pairs of days or moments, the earlier first. */
  order: readonly (readonly [earlier: string, later: string])[]
  /**
   * Columns in which what was recorded in Waymark comes before what the council's own row of the same thing says: what people
   * confirm here, of a thing that the case system knows of. Of the others the council's row alone speaks.
   */
  keptFirst?: readonly string[]
  /**
   * A row kept in Waymark is the council's own of the same child where their days, which are in the key, are at most so many days
   * apart: one list may be frozen on the day of the figures here, and on the day of the meeting there.
   */
  sameWithinDays?: number
  columns: Readonly<Record<string, CaptureColumn>>
}

interface Plain<Kind extends CellKind, Required extends boolean> extends CaptureColumn {
  kind: Kind
  isRequired: Required
}
interface Coded<Word extends string, Required extends boolean> extends CaptureColumn {
  kind: 'code'
  isRequired: Required
  allowed: readonly Word[]
}

/** A column that must be filled in every row. */
export const must = <const Kind extends Exclude<CellKind, 'code'>>(
  kind: Kind,
  example: string,
  means: string,
): Plain<Kind, true> => ({ means, kind, isRequired: true, allowed: [], mayLieAhead: false, example })

/** A column that may be blank; what a blank says is in its meaning where that is not "not known". */
export const may = <const Kind extends Exclude<CellKind, 'code'>>(
  kind: Kind,
  example: string,
  means: string,
): Plain<Kind, false> => ({ means, kind, isRequired: false, allowed: [], mayLieAhead: false, example })

export const mustBeOneOf = <const Word extends string>(
  allowed: readonly Word[],
  means: string,
): Coded<Word, true> => ({
  means,
  kind: 'code',
  isRequired: true,
  allowed,
  mayLieAhead: false,
  example: allowed[0]!,
})

export const mayBeOneOf = <const Word extends string>(
  allowed: readonly Word[],
  means: string,
): Coded<Word, false> => ({
  means,
  kind: 'code',
  isRequired: false,
  allowed,
  mayLieAhead: false,
  example: allowed[0]!,
})

/** A day that may be planned, booked or agreed, and still to come. */
export const toCome = <Column extends CaptureColumn>(column: Column): Column => ({
  ...column,
  mayLieAhead: true,
})

type Named = Pick<CaptureTemplate, 'name' | 'row' | 'purpose' | 'feeds'>

/** A template whose key and order speak of its own columns alone. */
export const captureTemplate = <const Columns extends CaptureTemplate['columns']>(
  template: Named & {
    key: readonly (keyof Columns & string)[]
    order?: readonly (readonly [keyof Columns & string, keyof Columns & string])[]
    keptFirst?: readonly (keyof Columns & string)[]
    sameWithinDays?: number
    columns: Columns
  },
) => ({ order: [], ...template })

/** `core-groups` is `Core groups`. */
export const templateTitle = ({ name }: Pick<CaptureTemplate, 'name'>): string => {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What `kind` is called on a page. */
export const formatKind = (kind: CellKind): string => kind.replace('yes_no', 'yes or no')
