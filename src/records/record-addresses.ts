import type { Permission } from '../access/index.ts'
import type { RecordKind } from './record.ts'

/** One address of a kind's pages and who may use it: the access matrix has a line for each. */
interface RecordAddress {
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

/** The addresses of a kind's pages, each under the place where the room puts them. */
export const recordAddresses = (
  kind: Pick<RecordKind, 'permissions' | 'withdrawable'>,
): readonly RecordAddress[] =>
  PAGES.filter(([, path]) => kind.withdrawable || path !== '/:id/withdraw').map(([method, path, right]) => ({
    route: `${method} ${path}`,
    permission: kind.permissions[right],
    answer: method === 'GET' ? 200 : 422,
  }))
