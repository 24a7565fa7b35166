import type { AccessLine, Permission, Role } from '../access/index.ts'
import type { RecordKind } from './record.ts'

/** One address of a kind's pages and who may use it. */
export interface RecordAddress {
  route: `${'GET' | 'POST'} /${string}`
  permission: Permission
  /** What an empty form is answered, or a page that is there. */
  answer: 200 | 422
}

const PAGES = [
  ['GET', '/', 'read'],
  ['GET', '/records.csv', 'read'],
  ['GET', '/records.xlsx', 'read'],
  ['GET', '/new', 'write'],
  ['POST', '/new', 'write'],
  ['GET', '/import', 'write'],
  ['POST', '/import', 'write'],
  ['POST', '/import/confirm', 'write'],
  ['GET', '/:id', 'read'],
  ['GET', '/:id/history', 'read'],
  ['GET', '/:id/change', 'write'],
  ['POST', '/:id/change', 'write'],
  ['GET', '/:id/withdraw', 'write'],
  ['POST', '/:id/withdraw', 'write'],
] as const

const pagesOf = ({ withdrawable }: Pick<RecordKind, 'withdrawable'>) =>
  PAGES.filter(([, path]) => withdrawable || path !== '/:id/withdraw')
const answerOf = (method: 'GET' | 'POST') => (method === 'GET' ? 200 : 422)

/** The addresses of a kind's pages, each under the place where the room puts them. */
export const recordAddresses = (
  kind: Pick<RecordKind, 'permissions' | 'withdrawable'>,
): readonly RecordAddress[] =>
  pagesOf(kind).map(([method, path, right]) => ({
    route: `${method} ${path}`,
    permission: kind.permissions[right],
    answer: answerOf(method),
  }))

interface LineOptions {
  /** Where the room puts the pages: `/visits`. */
  at: string
  /** Where `recordApi` answers, below `/api`. */
  api?: string
  read: readonly Role[]
  write: readonly Role[]
}

/**
 * The lines of the access matrix for a kind's pages and its API. The roles are said anew, not taken from the
 * permissions: the matrix holds the one to the other. The room's `accessThings` makes the record, named as the kind.
 */
export function recordLines(
  kind: Pick<RecordKind, 'name' | 'withdrawable'>,
  { at, api, ...roles }: LineOptions,
): AccessLine[] {
  const place = (path: string) => path.replace(':id', `{${kind.name}}`)
  const pages = pagesOf(kind).map(([method, path, right]): AccessLine => {
    const address = path === '/' ? at : `${at}${path}`
    return { route: `${method} ${address}`, at: place(address), to: roles[right], answer: answerOf(method) }
  })
  if (api === undefined) return pages
  const answers = ['', '/:id'].map((path): AccessLine => {
    const address = `/api${api}${path}`
    return { route: `GET ${address}`, at: place(address), to: roles.read, answer: 200, signedOut: 401 }
  })
  return [...pages, ...answers]
}
