import { GIVEN_ROLES, type AccessLine, type Role } from '../../src/access/index.ts'
import type { CouncilThings } from './council-world.ts'

/**
 * The addresses of the rooms that do not say it themselves, every role, and the answer each must get. A new route fails
 * in the test until someone has said whose it is: a new room does so in its own value.
 */
type Line = AccessLine

export const EVERYONE = GIVEN_ROLES
const READERS = EVERYONE.filter((role) => role !== 'administrator')
const SEE_CHILDREN: readonly Role[] = [
  'head_of_service',
  'team_manager',
  'social_worker',
  'reviewing_officer',
  'auditor',
  'childrens_rights',
  'data_team',
]
const WRITE_PLAN: readonly Role[] = ['programme_manager', 'head_of_service', 'team_manager']
/** Who settles targets, the paths to them, and where limits start anew. */
const SET_AIMS: readonly Role[] = ['programme_manager', 'head_of_service']
const CONFIRM: readonly Role[] = ['director', 'programme_manager']
const SEE_LOADS: readonly Role[] = ['programme_manager', 'head_of_service', 'data_team']
const DRAFT: readonly Role[] = [
  'director',
  'programme_manager',
  'head_of_service',
  'finance_partner',
  'hr_partner',
  'data_team',
]
/** Before a report is issued there is none for those who do not write it. */
const NOT_YET = Object.fromEntries(READERS.filter((role) => !DRAFT.includes(role)).map((role) => [role, 404]))
export const LOAD: readonly Role[] = ['data_team']
const SEE_PEOPLE: readonly Role[] = ['programme_manager', 'administrator']
const KEEP_PEOPLE: readonly Role[] = ['administrator']

const measure = '/measures/as-completed-45wd.from_start'
const changing = (kind: string, place: keyof CouncilThings): Line[] => {
  const at = `/plan/${kind}/{${place}}/change`
  return [
    { route: `GET /plan/${kind}/:id/change`, at, to: WRITE_PLAN, answer: 200 },
    { route: `POST /plan/${kind}/:id/change`, at, to: WRITE_PLAN, answer: 422 },
  ]
}
const adding = (kind: string, under?: keyof CouncilThings): Line[] => {
  const at = `/plan/${kind}/new${under ? `?under={${under}}` : ''}`
  return [
    { route: `GET /plan/${kind}/new`, at, to: WRITE_PLAN, answer: 200 },
    { route: `POST /plan/${kind}/new`, at, to: WRITE_PLAN, answer: 422 },
  ]
}

const report = (page: string) => `/board/{meeting}${page}`

/** Addresses that anyone may ask, signed in or not. */
export const OPEN: Line[] = [
  { route: 'GET /help', to: EVERYONE, answer: 200 },
  { route: 'GET /accessibility', to: EVERYONE, answer: 200 },
  { route: 'GET /privacy', to: EVERYONE, answer: 200 },
  { route: 'GET /cookies', to: EVERYONE, answer: 200 },
]

export const MATRIX: Line[] = [
  { route: 'GET /', to: EVERYONE, answer: 200 },

  // The search of every page: what each finds is in src/web/search.test.ts.
  { route: 'GET /search', to: EVERYONE, answer: 200 },
  { route: 'POST /search', to: EVERYONE, answer: 422 },

  // Tracker and measures: figures for all who read, the children behind them for those who have some.
  { route: 'GET /tracker', to: READERS, answer: 200 },
  { route: 'GET /tracker/latest.csv', to: READERS, answer: 200 },
  { route: 'GET /tracker/overview', to: READERS, answer: 200 },
  { route: 'GET /tracker/overview.csv', to: READERS, answer: 200 },
  { route: 'GET /tracker/targets', to: SET_AIMS, answer: 200 },
  { route: 'POST /tracker/targets', to: SET_AIMS, answer: 422 },
  { route: 'GET /tracker/charts', to: SET_AIMS, answer: 200 },
  { route: 'POST /tracker/charts', to: SET_AIMS, answer: 422 },
  { route: 'GET /measures', to: READERS, answer: 200 },
  { route: 'GET /handbook/measures', to: READERS, answer: 200 },
  {
    route: 'GET /handbook/measures/:id',
    at: '/handbook/measures/as-completed-45wd',
    to: READERS,
    answer: 200,
  },
  { route: 'GET /measures/:id', at: measure, to: READERS, answer: 200 },
  { route: 'GET /measures/:file{.+\\.csv}', at: `${measure}.csv`, to: READERS, answer: 200 },
  {
    route: 'GET /measures/:id/:file{chart\\.(?:svg|png|txt)}',
    at: `${measure}/chart.txt`,
    to: READERS,
    answer: 200,
    // A percentage of fewer than ten is withheld from them, and then there is nothing to draw.
    but: { board_member: 404, panel_adviser: 404, finance_partner: 404, hr_partner: 404 },
  },
  {
    route: 'GET /measures/:id/cases',
    at: `${measure}/cases?period=2015-01`,
    to: SEE_CHILDREN,
    answer: 200,
  },
  {
    route: 'GET /measures/:id/cases.csv',
    at: `${measure}/cases.csv?period=2015-01`,
    to: SEE_CHILDREN,
    answer: 200,
  },
  // Of records, for those who may read their kind: everyone who sees the plan.
  {
    route: 'GET /measures/:id/cases',
    at: '/measures/pl-brag/cases?period=2015-02',
    to: READERS,
    answer: 200,
  },
  {
    route: 'GET /measures/:id/cases.csv',
    at: '/measures/pl-brag/cases.csv?period=2015-02',
    to: READERS,
    answer: 200,
  },
  { route: 'GET /measures/:id/comparison.csv', at: `${measure}/comparison.csv`, to: READERS, answer: 200 },
  { route: 'GET /measures/:id/funnel.csv', at: `${measure}/funnel.csv`, to: READERS, answer: 200 },
  { route: 'GET /measures/:id/target', at: `${measure}/target`, to: SET_AIMS, answer: 200 },
  { route: 'POST /measures/:id/target', at: `${measure}/target`, to: SET_AIMS, answer: 422 },
  { route: 'GET /measures/:id/limits', at: `${measure}/limits`, to: SET_AIMS, answer: 200 },
  { route: 'POST /measures/:id/limits', at: `${measure}/limits`, to: SET_AIMS, answer: 422 },
  {
    route: 'POST /measures/:id/limits/:rebase/withdraw',
    at: `${measure}/limits/none/withdraw`,
    to: SET_AIMS,
    answer: 404,
  },
  {
    route: 'GET /children/:ref',
    at: '/children/{child}',
    to: SEE_CHILDREN,
    answer: 200,
    but: { auditor: 404, childrens_rights: 404 },
  },

  // The plan
  { route: 'GET /plan', to: READERS, answer: 200 },
  { route: 'GET /plan/plan.csv', to: READERS, answer: 200 },
  { route: 'GET /plan/file', to: WRITE_PLAN, answer: 200 },
  { route: 'POST /plan/file', to: WRITE_PLAN, answer: 422 },
  {
    route: 'GET /plan/recommendations/:id',
    at: '/plan/recommendations/{recommendation}',
    to: READERS,
    answer: 200,
  },
  {
    route: 'GET /plan/actions/:id',
    at: '/plan/actions/{action}',
    to: READERS,
    answer: 200,
  },
  {
    route: 'GET /plan/actions/:id/rating',
    at: '/plan/actions/{action}/rating',
    to: CONFIRM,
    answer: 200,
  },
  {
    route: 'POST /plan/actions/:id/rating',
    at: '/plan/actions/{action}/rating',
    to: CONFIRM,
    answer: 422,
  },
  ...changing('actions', 'action'),
  ...changing('themes', 'theme'),
  ...changing('recommendations', 'recommendation'),
  ...changing('milestones', 'milestone'),
  ...changing('measures', 'measure'),
  ...changing('evidence', 'evidence'),
  ...adding('themes'),
  ...adding('recommendations', 'theme'),
  ...adding('actions', 'recommendation'),
  ...adding('milestones', 'action'),
  ...adding('measures', 'recommendation'),
  ...adding('evidence', 'action'),

  // The Board and its report, which is a draft here with everything in it to settle
  { route: 'GET /board', to: READERS, answer: 200 },
  { route: 'GET /board/new', to: DRAFT, answer: 200 },
  { route: 'POST /board/new', to: DRAFT, answer: 422 },
  { route: 'GET /board/:meeting', at: report(''), to: READERS, answer: 200 },
  { route: 'GET /board/:meeting/read', at: report('/read'), to: READERS, answer: 200, but: NOT_YET },
  {
    route: 'GET /board/:meeting/:file{report\\.[a-z]+}',
    at: report('/report.json'),
    to: READERS,
    answer: 200,
    but: NOT_YET,
  },
  { route: 'POST /board/:meeting/issue', at: report('/issue'), to: CONFIRM, answer: 422 },
  {
    route: 'GET /board/:meeting/sections/:section/add',
    at: report('/sections/{section}/add'),
    to: DRAFT,
    answer: 200,
  },
  {
    route: 'POST /board/:meeting/sections/:section/add',
    at: report('/sections/{section}/add'),
    to: DRAFT,
    answer: 422,
  },
  { route: 'GET /board/:meeting/blocks/:block', at: report('/blocks/{block}'), to: DRAFT, answer: 200 },
  { route: 'POST /board/:meeting/blocks/:block', at: report('/blocks/{block}'), to: DRAFT, answer: 422 },
  {
    route: 'GET /board/:meeting/blocks/:block/source',
    at: report('/blocks/{block}/source?figure={figure}'),
    to: DRAFT,
    answer: 200,
  },
  {
    route: 'POST /board/:meeting/blocks/:block/source',
    at: report('/blocks/{block}/source'),
    form: { figure: '{figure}' },
    to: DRAFT,
    answer: 422,
  },
  {
    route: 'GET /board/:meeting/blocks/:block/word',
    at: report('/blocks/{block}/word?word={word}'),
    to: DRAFT,
    answer: 200,
  },
  {
    route: 'POST /board/:meeting/blocks/:block/word',
    at: report('/blocks/{block}/word'),
    form: { word: '{word}' },
    to: DRAFT,
    answer: 422,
  },
  // Agreeing to no figure, and words for none: nothing changes.
  {
    route: 'POST /board/:meeting/blocks/:block/agree',
    at: report('/blocks/{block}/agree'),
    to: DRAFT,
    answer: 303,
  },
  {
    route: 'POST /board/:meeting/blocks/:block/use-words',
    at: report('/blocks/{block}/use-words'),
    to: DRAFT,
    answer: 404,
  },

  // Loads: this world has none.
  { route: 'GET /data', to: SEE_LOADS, answer: 200 },
  { route: 'GET /data/upload', to: LOAD, answer: 200 },
  { route: 'GET /data/loads/:id', at: '/data/loads/none', to: SEE_LOADS, answer: 404 },
  {
    route: 'GET /data/loads/:id/tables/:source/:table',
    at: '/data/loads/none/tables/annex-a/1',
    to: SEE_LOADS,
    answer: 404,
  },
  {
    route: 'GET /data/loads/:id/rows-to-correct.csv',
    at: '/data/loads/none/rows-to-correct.csv',
    to: LOAD,
    answer: 404,
  },
  {
    route: 'GET /data/loads/:id/:file{annex-a\\.[a-z]+}',
    at: '/data/loads/none/annex-a.xlsx',
    to: LOAD,
    answer: 404,
  },
  {
    route: 'GET /data/loads/:id/changes/:source/:table/:kind',
    at: '/data/loads/none/changes/annex-a/1/new',
    to: LOAD,
    answer: 404,
  },
  { route: 'GET /data/loads/:id/sources', at: '/data/loads/none/sources', to: SEE_LOADS, answer: 404 },
  { route: 'GET /data/loads/:id/use', at: '/data/loads/none/use', to: LOAD, answer: 404 },
  { route: 'POST /data/loads/:id/use', at: '/data/loads/none/use', to: LOAD, answer: 404 },
  { route: 'POST /data/loads/:id/cancel', at: '/data/loads/none/cancel', to: LOAD, answer: 404 },
  { route: 'POST /data/loads/:id/seal', at: '/data/loads/none/seal', to: LOAD, answer: 404 },
  {
    route: 'POST /data/loads/:id/carry-forward',
    at: '/data/loads/none/carry-forward',
    to: LOAD,
    answer: 404,
  },
  { route: 'POST /data/loads/:id/answer', at: '/data/loads/none/answer', to: LOAD, answer: 404 },
  { route: 'POST /data/loads/:id/seen', at: '/data/loads/none/seen', to: LOAD, answer: 404 },
  { route: 'POST /data/loads/:id/throw-away', at: '/data/loads/none/throw-away', to: LOAD, answer: 404 },
  { route: 'GET /data/loads/:id/delete', at: '/data/loads/none/delete', to: LOAD, answer: 404 },
  { route: 'POST /data/loads/:id/delete', at: '/data/loads/none/delete', to: LOAD, answer: 404 },
  { route: 'GET /data/disposals', to: SEE_LOADS, answer: 200 },
  { route: 'GET /data/templates', to: SEE_LOADS, answer: 200 },
  { route: 'GET /data/templates/:name', at: '/data/templates/core-groups', to: SEE_LOADS, answer: 200 },
  {
    route: 'GET /data/templates/:file{[a-z-]+\\.csv}',
    at: '/data/templates/core-groups.csv',
    to: SEE_LOADS,
    answer: 200,
  },
  { route: 'GET /data/settings', to: LOAD, answer: 200 },
  { route: 'POST /data/settings', to: LOAD, answer: 422 },
  { route: 'GET /data/quality', to: SEE_LOADS, answer: 200 },
  { route: 'GET /data/quality/checks.csv', to: SEE_LOADS, answer: 200 },
  { route: 'GET /data/quality/measures', to: READERS, answer: 200 },
  { route: 'GET /data/quality/:check', at: '/data/quality/plans-overlap', to: LOAD, answer: 200 },
  {
    route: 'GET /data/quality/:check/rows-to-correct.csv',
    at: '/data/quality/plans-overlap/rows-to-correct.csv',
    to: LOAD,
    answer: 200,
  },
  { route: 'GET /data/reconciliation', to: SEE_LOADS, answer: 200 },

  // Everyone's own account.
  { route: 'GET /account', to: EVERYONE, answer: 200 },
  { route: 'POST /account', to: EVERYONE, answer: 422 },

  // People
  { route: 'GET /people', to: SEE_PEOPLE, answer: 200 },
  { route: 'GET /people/new', to: KEEP_PEOPLE, answer: 200 },
  { route: 'POST /people/new', to: KEEP_PEOPLE, answer: 422 },
  { route: 'GET /people/:id', at: '/people/{account}', to: KEEP_PEOPLE, answer: 200 },
  { route: 'POST /people/:id', at: '/people/{account}', to: KEEP_PEOPLE, answer: 422 },
  {
    route: 'POST /people/:id/password',
    at: '/people/{account}/password',
    to: KEEP_PEOPLE,
    answer: 422,
  },
  {
    route: 'POST /people/:id/:change{close|reopen}',
    at: '/people/{account}/close',
    to: KEEP_PEOPLE,
    answer: 409,
  },
  { route: 'GET /restricted', to: KEEP_PEOPLE, answer: 200 },
  { route: 'POST /restricted', to: KEEP_PEOPLE, answer: 422 },
  { route: 'POST /restricted/find', to: KEEP_PEOPLE, answer: 422 },
  { route: 'GET /restricted/:id', at: '/restricted/{restriction}', to: KEEP_PEOPLE, answer: 200 },
  { route: 'POST /restricted/:id', at: '/restricted/{restriction}', to: KEEP_PEOPLE, answer: 422 },
  { route: 'POST /restricted/:id/end', at: '/restricted/{restriction}/end', to: KEEP_PEOPLE, answer: 422 },
  { route: 'GET /people/access-log', to: KEEP_PEOPLE, answer: 200 },
  { route: 'POST /people/access-log/who-saw', to: KEEP_PEOPLE, answer: 422 },
]

/** Tested in full elsewhere: coming in, going out, and sending files. */
export const ELSEWHERE = [
  'GET /health',
  'GET /sign-in',
  'POST /sign-in',
  'POST /sign-out',
  'GET /demonstration',
  'POST /demonstration',
  'POST /data/upload',
]
