import {
  coded,
  count,
  day,
  flag,
  id,
  postcode,
  required,
  returnFile,
  type ReturnFile,
} from './return-file.ts'

/** Local ids are often bare numbers. The XML calls the column CHILDID. */
const CHILD = { ...required(id), aliases: ['CHILDID'] }
const DOB = required(day)
const SEX = required(coded('ssda903_sex'))

const header = returnFile('header', {
  name: 'Header',
  names: ['header'],
  naturalKey: ['CHILD'],
  sequences: [['DOB', 'MC_DOB']],
  columns: {
    CHILD,
    SEX,
    DOB,
    ETHNIC: required(coded('ssda903_ethnicity')),
    UPN: required(id),
    MOTHER: flag,
    MC_DOB: day,
  },
})

/** An episode lasts over midnight, so a child has one that begins on a day. */
const episodes = returnFile('episodes', {
  name: 'Episodes',
  names: ['episodes'],
  naturalKey: ['CHILD', 'DECOM'],
  eventDate: 'DECOM',
  sequences: [['DECOM', 'DEC']],
  columns: {
    CHILD,
    DECOM: required(day),
    RNE: required(coded('ssda903_reason_new_episode')),
    LS: required(coded('ssda903_legal_status')),
    CIN: required(coded('ssda903_category_of_need')),
    PLACE: { ...required(coded('ssda903_placement_type')), aliases: ['PL'] },
    PLACE_PROVIDER: coded('ssda903_placement_provider'),
    DEC: day,
    REC: coded('ssda903_reason_episode_ceased'),
    REASON_PLACE_CHANGE: coded('ssda903_reason_placement_change'),
    HOME_POST: postcode,
    PL_POST: postcode,
    URN: id,
  },
})

const reviews = returnFile('reviews', {
  name: 'Reviews',
  names: ['reviews'],
  naturalKey: ['CHILD', 'REVIEW'],
  eventDate: 'REVIEW',
  sequences: [['DOB', 'REVIEW']],
  columns: { CHILD, DOB, REVIEW: required(day), REVIEW_CODE: required(coded('ssda903_participation')) },
})

/** The status ceases on a day that is known before it comes: the 18th birthday. */
const uasc = returnFile('uasc', {
  name: 'UASC',
  names: ['uasc'],
  naturalKey: ['CHILD'],
  sequences: [['DOB', 'DUC']],
  columns: { CHILD, SEX, DOB, DUC: { ...day, mayLieAhead: true } },
})

const healthAnswers = {
  SDQ_SCORE: count,
  SDQ_REASON: coded('ssda903_sdq_reason'),
  CONVICTED: flag,
  HEALTH_CHECK: flag,
  IMMUNISATIONS: flag,
  TEETH_CHECK: flag,
  HEALTH_ASSESSMENT: flag,
  SUBSTANCE_MISUSE: flag,
  INTERVENTION_RECEIVED: flag,
  INTERVENTION_OFFERED: flag,
}

const namesOf = <Columns extends object>(columns: Columns) =>
  Object.keys(columns) as (keyof Columns & string)[]

/** Asked each year anew, and no column says in which: other answers of a child are another year's, and both are kept. */
const oc2 = returnFile('oc2', {
  name: 'OC2',
  names: ['oc2'],
  naturalKey: ['CHILD', ...namesOf(healthAnswers)],
  columns: { CHILD, DOB, ...healthAnswers },
})

const leaverAnswers = {
  IN_TOUCH: required(coded('ssda903_in_touch')),
  ACTIV: required(coded('ssda903_activity')),
  ACCOM: required(coded('ssda903_accommodation')),
}

/** Asked around each birthday, as OC2 is asked each year. */
const oc3 = returnFile('oc3', {
  name: 'OC3',
  names: ['oc3'],
  naturalKey: ['CHILD', ...namesOf(leaverAnswers)],
  columns: { CHILD, DOB, ...leaverAnswers },
})

const ad1 = returnFile('ad1', {
  name: 'AD1',
  names: ['ad1'],
  naturalKey: ['CHILD'],
  sequences: [
    ['DOB', 'DATE_INT'],
    ['DATE_INT', 'DATE_MATCH'],
  ],
  columns: {
    CHILD,
    DOB,
    DATE_INT: required(day),
    DATE_MATCH: required(day),
    FOSTER_CARE: required(flag),
    NB_ADOPTR: required(coded('ssda903_number_of_adopters')),
    SEX_ADOPTR: required(coded('ssda903_sex_of_adopters')),
    LS_ADOPTR: required(coded('ssda903_legal_status_of_adopters')),
  },
})

const placedAdoption = returnFile('placed_adoption', {
  name: 'Placed for adoption',
  names: ['placedadoption', 'placedforadoption'],
  naturalKey: ['CHILD', 'DATE_PLACED'],
  eventDate: 'DATE_PLACED',
  sequences: [
    ['DOB', 'DATE_PLACED'],
    ['DATE_PLACED', 'DATE_PLACED_CEASED'],
  ],
  columns: {
    CHILD,
    DOB,
    DATE_PLACED: required(day),
    DATE_PLACED_CEASED: day,
    REASON_PLACED_CEASED: coded('ssda903_reason_placed_ceased'),
  },
})

const previousPermanence = returnFile('prev_perm', {
  name: 'Previous permanence',
  names: ['prevperm', 'previouspermanence', 'previouspermenance'],
  naturalKey: ['CHILD'],
  columns: {
    CHILD,
    DOB,
    PREV_PERM: required(coded('ssda903_previous_permanence')),
    LA_PERM: id,
    DATE_PERM: { ...day, isPartKnown: true },
  },
})

const missing = returnFile('missing', {
  name: 'Missing',
  names: ['missing'],
  naturalKey: ['CHILD', 'MISSING', 'MIS_START'],
  eventDate: 'MIS_START',
  sequences: [
    ['DOB', 'MIS_START'],
    ['MIS_START', 'MIS_END'],
  ],
  columns: {
    CHILD,
    DOB,
    MISSING: required(coded('ssda903_missing')),
    MIS_START: required(day),
    MIS_END: day,
  },
})

const socialWorker = returnFile('social_worker', {
  name: 'Social worker',
  names: ['socialworker', 'swepisodes'],
  naturalKey: ['CHILD', 'SW_ID', 'SW_DECOM'],
  eventDate: 'SW_DECOM',
  sequences: [['SW_DECOM', 'SW_DEC']],
  since: 2024,
  columns: {
    CHILD,
    DOB,
    SW_ID: required(id),
    SW_DECOM: required(day),
    SW_DEC: day,
    SW_REASON: coded('ssda903_worker_reason'),
  },
})

/** Deprivation of liberty orders. */
const dolo = returnFile('dolo', {
  name: 'DoLo',
  names: ['dolo'],
  naturalKey: ['CHILD', 'DOLO_START'],
  eventDate: 'DOLO_START',
  sequences: [['DOLO_START', 'DOLO_END']],
  since: 2027,
  columns: { CHILD, DOB, DOLO_START: required(day), DOLO_END: day },
})

/**
 * The files of the return of children looked after (Crown copyright, Open Government Licence v3.0), with the columns of
 * every year from 2017 to 2027: files came, and codes changed, but no column did.
 */
export const SSDA903 = {
  header,
  episodes,
  reviews,
  uasc,
  oc2,
  oc3,
  ad1,
  placed_adoption: placedAdoption,
  prev_perm: previousPermanence,
  missing,
  social_worker: socialWorker,
  dolo,
}

export type ReturnFileName = keyof typeof SSDA903

export const RETURN_FILES: readonly ReturnFile[] = Object.values(SSDA903)

/** The files of a year's return. Years before 2017 have those of 2017. */
export const filesOfYear = (year: number): ReturnFileName[] =>
  (Object.keys(SSDA903) as ReturnFileName[]).filter((file) => year >= (SSDA903[file].since ?? year))

/** Columns of many files: they say who a row is about, never which file it is. */
const SHARED = new Set(['CHILD', 'DOB', 'SEX'])

/** The columns that no other file has. */
export const ownFields = ({ fields }: Pick<ReturnFile, 'fields'>) =>
  fields.filter(({ key }) => !SHARED.has(key))
