import type { DayNumber } from '../../day-number.ts'
import type { ReturnCodeSetName } from './code-sets.ts'

/** What a column of the return holds. */
export interface ReturnColumn {
  type: 'text' | 'day' | 'number'
  codes?: ReturnCodeSetName
}

const text = { type: 'text' } as const
const day = { type: 'day' } as const
const number = { type: 'number' } as const
const code = (codes: ReturnCodeSetName) => ({ type: 'text', codes }) as const

/** The files of the return of children looked after (Crown copyright, Open Government Licence v3.0), by column. */
export const RETURN_FILES = {
  /** Who the child is. */
  header: {
    CHILD: text,
    SEX: code('sex'),
    DOB: day,
    ETHNIC: code('ethnicity'),
    UPN: text,
    MOTHER: code('zero_one'),
    MC_DOB: day,
  },
  /** Every episode of care in the year. */
  episodes: {
    CHILD: text,
    DECOM: day,
    RNE: code('reason_new_episode'),
    LS: code('legal_status'),
    CIN: code('category_of_need'),
    PLACE: code('placement_type'),
    PLACE_PROVIDER: code('placement_provider'),
    DEC: day,
    REC: code('reason_episode_ceased'),
    REASON_PLACE_CHANGE: code('reason_placement_change'),
    HOME_POST: text,
    PL_POST: text,
    URN: text,
  },
  /** Reviews held. */
  reviews: {
    CHILD: text,
    DOB: day,
    REVIEW: day,
    REVIEW_CODE: code('participation'),
  },
  /** Unaccompanied asylum-seeking children. */
  uasc: {
    CHILD: text,
    SEX: code('sex'),
    DOB: day,
    DUC: day,
  },
  /** Health and outcomes of children looked after 12 months or more. */
  oc2: {
    CHILD: text,
    DOB: day,
    SDQ_SCORE: number,
    SDQ_REASON: code('sdq_reason'),
    CONVICTED: code('zero_one'),
    HEALTH_CHECK: code('zero_one'),
    IMMUNISATIONS: code('zero_one'),
    TEETH_CHECK: code('zero_one'),
    HEALTH_ASSESSMENT: code('zero_one'),
    SUBSTANCE_MISUSE: code('zero_one'),
    INTERVENTION_RECEIVED: code('zero_one'),
    INTERVENTION_OFFERED: code('zero_one'),
  },
  /** Care leavers. */
  oc3: {
    CHILD: text,
    DOB: day,
    IN_TOUCH: code('in_touch'),
    ACTIV: code('activity'),
    ACCOM: code('accommodation_and_suitability'),
  },
  /** Adoptions in the year. */
  ad1: {
    CHILD: text,
    DOB: day,
    DATE_INT: day,
    DATE_MATCH: day,
    FOSTER_CARE: code('zero_one'),
    NB_ADOPTR: code('number_adopters'),
    SEX_ADOPTR: code('sex_adopters'),
    LS_ADOPTR: code('legal_status_adopters'),
  },
  /** Decisions that a child should be placed for adoption. */
  placed_adoption: {
    CHILD: text,
    DOB: day,
    DATE_PLACED: day,
    DATE_PLACED_CEASED: day,
    REASON_PLACED_CEASED: code('reason_placed_ceased'),
  },
  /** Previous permanence of children starting care. */
  prev_perm: {
    CHILD: text,
    DOB: day,
    PREV_PERM: code('previous_permanence'),
    LA_PERM: text,
    DATE_PERM: text,
  },
  /** Missing and away-without-authorisation episodes. */
  missing: {
    CHILD: text,
    DOB: day,
    MISSING: code('missing'),
    MIS_START: day,
    MIS_END: day,
  },
  /** Social-worker spells. */
  social_worker: {
    CHILD: text,
    DOB: day,
    SW_ID: text,
    SW_DECOM: day,
    SW_DEC: day,
    SW_REASON: code('sw_reason'),
  },
  /** Deprivation of liberty orders. */
  dolo: {
    CHILD: text,
    DOB: day,
    DOLO_START: day,
    DOLO_END: day,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ReturnColumn>>>>

export type ReturnFileName = keyof typeof RETURN_FILES

/** The first year's return with the file, of those that came after 2017. */
const SINCE: Partial<Record<ReturnFileName, number>> = { social_worker: 2024, dolo: 2027 }

/** The files of a year's return. Years before 2017 have those of 2017. */
export const filesOf = (year: number): ReturnFileName[] =>
  (Object.keys(RETURN_FILES) as ReturnFileName[]).filter((file) => year >= (SINCE[file] ?? year))

interface Cells {
  text: string
  day: DayNumber
  number: number
}

/** A row of a file: columns that are left out are blank. */
export type ReturnRow<File extends ReturnFileName> = {
  readonly [Column in keyof (typeof RETURN_FILES)[File]]?: (typeof RETURN_FILES)[File][Column] extends {
    type: infer Type extends keyof Cells
  }
    ? Cells[Type] | null
    : never
}
