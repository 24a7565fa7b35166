import { coded, flagged, returnFile, said, type ReturnFile } from './return-file.ts'

const required = { required: true }

/** Local ids are often bare numbers. The XML calls the column CHILDID. */
const child = said('CHILD', 'id', { required: true, aliases: ['CHILDID'] })
const dateOfBirth = said('DOB', 'date', required)
const sex = coded('SEX', 'ssda903_sex', required)

const header = returnFile('header', {
  name: 'Header',
  names: ['header'],
  naturalKey: ['CHILD'],
  eventDate: null,
  sequences: [['DOB', 'MC_DOB']],
  fields: [
    child,
    sex,
    dateOfBirth,
    coded('ETHNIC', 'ssda903_ethnicity', required),
    said('UPN', 'id', required),
    flagged('MOTHER'),
    said('MC_DOB', 'date'),
  ],
})

/** An episode lasts over midnight, so a child has one that begins on a day. */
const episodes = returnFile('episodes', {
  name: 'Episodes',
  names: ['episodes'],
  naturalKey: ['CHILD', 'DECOM'],
  eventDate: 'DECOM',
  sequences: [['DECOM', 'DEC']],
  fields: [
    child,
    said('DECOM', 'date', required),
    coded('RNE', 'ssda903_reason_new_episode', required),
    coded('LS', 'ssda903_legal_status', required),
    coded('CIN', 'ssda903_category_of_need', required),
    coded('PLACE', 'ssda903_placement_type', { required: true, aliases: ['PL'] }),
    coded('PLACE_PROVIDER', 'ssda903_placement_provider'),
    said('DEC', 'date'),
    coded('REC', 'ssda903_reason_episode_ceased'),
    coded('REASON_PLACE_CHANGE', 'ssda903_reason_placement_change'),
    said('HOME_POST', 'postcode'),
    said('PL_POST', 'postcode'),
    said('URN', 'id'),
  ],
})

const reviews = returnFile('reviews', {
  name: 'Reviews',
  names: ['reviews'],
  naturalKey: ['CHILD', 'REVIEW'],
  eventDate: 'REVIEW',
  sequences: [['DOB', 'REVIEW']],
  fields: [
    child,
    dateOfBirth,
    said('REVIEW', 'date', required),
    coded('REVIEW_CODE', 'ssda903_participation', required),
  ],
})

/** The status ceases on a day that is known before it comes: the 18th birthday. */
const uasc = returnFile('uasc', {
  name: 'UASC',
  names: ['uasc'],
  naturalKey: ['CHILD'],
  eventDate: null,
  sequences: [['DOB', 'DUC']],
  fields: [child, sex, dateOfBirth, said('DUC', 'date', { mayLieAhead: true })],
})

const healthAnswers = [
  said('SDQ_SCORE', 'integer'),
  coded('SDQ_REASON', 'ssda903_sdq_reason'),
  ...[
    'CONVICTED',
    'HEALTH_CHECK',
    'IMMUNISATIONS',
    'TEETH_CHECK',
    'HEALTH_ASSESSMENT',
    'SUBSTANCE_MISUSE',
    'INTERVENTION_RECEIVED',
    'INTERVENTION_OFFERED',
  ].map((name) => flagged(name)),
]

/** Asked each year anew, and no column says in which: other answers of a child are another year's, and both stand. */
const oc2 = returnFile('oc2', {
  name: 'OC2',
  names: ['oc2'],
  naturalKey: ['CHILD', ...healthAnswers.map(({ key }) => key)],
  eventDate: null,
  sequences: [],
  fields: [child, dateOfBirth, ...healthAnswers],
})

const leaverAnswers = [
  coded('IN_TOUCH', 'ssda903_in_touch', required),
  coded('ACTIV', 'ssda903_activity', required),
  coded('ACCOM', 'ssda903_accommodation', required),
]

/** Asked around each birthday, as OC2 is asked each year. */
const oc3 = returnFile('oc3', {
  name: 'OC3',
  names: ['oc3'],
  naturalKey: ['CHILD', ...leaverAnswers.map(({ key }) => key)],
  eventDate: null,
  sequences: [],
  fields: [child, dateOfBirth, ...leaverAnswers],
})

const ad1 = returnFile('ad1', {
  name: 'AD1',
  names: ['ad1'],
  naturalKey: ['CHILD'],
  eventDate: null,
  sequences: [
    ['DOB', 'DATE_INT'],
    ['DATE_INT', 'DATE_MATCH'],
  ],
  fields: [
    child,
    dateOfBirth,
    said('DATE_INT', 'date', required),
    said('DATE_MATCH', 'date', required),
    flagged('FOSTER_CARE', required),
    coded('NB_ADOPTR', 'ssda903_number_of_adopters', required),
    coded('SEX_ADOPTR', 'ssda903_sex_of_adopters', required),
    coded('LS_ADOPTR', 'ssda903_legal_status_of_adopters', required),
  ],
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
  fields: [
    child,
    dateOfBirth,
    said('DATE_PLACED', 'date', required),
    said('DATE_PLACED_CEASED', 'date'),
    coded('REASON_PLACED_CEASED', 'ssda903_reason_placed_ceased'),
  ],
})

/** DATE_PERM may be known in part, as `zz/05/2020`: then it is kept as what is known of it. */
const previousPermanence = returnFile('prev_perm', {
  name: 'Previous permanence',
  names: ['prevperm', 'previouspermanence', 'previouspermenance'],
  naturalKey: ['CHILD'],
  eventDate: null,
  sequences: [],
  fields: [
    child,
    dateOfBirth,
    coded('PREV_PERM', 'ssda903_previous_permanence', required),
    said('LA_PERM', 'id'),
    said('DATE_PERM', 'date'),
  ],
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
  fields: [
    child,
    dateOfBirth,
    coded('MISSING', 'ssda903_missing', required),
    said('MIS_START', 'date', required),
    said('MIS_END', 'date'),
  ],
})

/** Since 2024. */
const socialWorker = returnFile('social_worker', {
  name: 'Social worker',
  names: ['socialworker', 'swepisodes'],
  naturalKey: ['CHILD', 'SW_ID', 'SW_DECOM'],
  eventDate: 'SW_DECOM',
  sequences: [['SW_DECOM', 'SW_DEC']],
  fields: [
    child,
    dateOfBirth,
    said('SW_ID', 'id', required),
    said('SW_DECOM', 'date', required),
    said('SW_DEC', 'date'),
    coded('SW_REASON', 'ssda903_worker_reason'),
  ],
})

/** Deprivation of liberty orders, since 2027. */
const dolo = returnFile('dolo', {
  name: 'DoLo',
  names: ['dolo'],
  naturalKey: ['CHILD', 'DOLO_START'],
  eventDate: 'DOLO_START',
  sequences: [['DOLO_START', 'DOLO_END']],
  fields: [child, dateOfBirth, said('DOLO_START', 'date', required), said('DOLO_END', 'date')],
})

/**
 * The files of the return of children looked after, with the columns of every year from 2017 to 2027: files came, and
 * codes changed, but no column did.
 */
export const RETURN_FILES: readonly ReturnFile[] = [
  header,
  episodes,
  reviews,
  uasc,
  oc2,
  oc3,
  ad1,
  placedAdoption,
  previousPermanence,
  missing,
  socialWorker,
  dolo,
]

/** Columns of many files: they say who a row is about, never which file it is. */
const SHARED = new Set(['CHILD', 'DOB', 'SEX'])

/** The columns that no other file has. */
export const ownFields = ({ fields }: Pick<ReturnFile, 'fields'>) =>
  fields.filter(({ key }) => !SHARED.has(key))
