import { NotFound } from '../../platform/errors.ts'
import { childHref } from '../../ui/links.ts'
import { isListSort, type ListSort } from './list-rows.ts'

const ONLY = ['unanswered', 'several', 'broken', 'passed'] as const
export type Only = (typeof ONLY)[number]

/** What a page of a list was asked to show: its address says it all. */
export interface ListQuery {
  team: string | null
  worker: string | null
  rule: string | null
  only: Only | null
  sort: ListSort
  /** Of the overdue rows, from 1. */
  page: number
  /** The row whose form is open: a child's opaque ref, or the id of a case about no child. */
  open: string | null
}

const EVERYTHING: ListQuery = {
  team: null,
  worker: null,
  rule: null,
  only: null,
  sort: 'over',
  page: 1,
  open: null,
}

/** Throws NotFound for what no link of ours asks. */
export function readListQuery(query: Readonly<Record<string, string | undefined>>): ListQuery {
  const { team, worker, rule, only, sort = 'over', page = '1', open } = query
  if (!isListSort(sort)) throw new NotFound(`A list is not sorted by ${sort}`)
  if (only && !isOnly(only)) throw new NotFound(`A list does not show ${only} only`)
  if (!/^[1-9]\d{0,5}$/.test(page)) throw new NotFound('There is no such page')
  return {
    team: team || null,
    worker: worker || null,
    rule: rule || null,
    only: only && isOnly(only) ? only : null,
    sort,
    page: Number(page),
    open: open || null,
  }
}

const isOnly = (text: string): text is Only => (ONLY as readonly string[]).includes(text)

/** The address of a list, `suffix` being `.csv` or the like: it leaves out what goes without saying. */
export function listHref(id: string, query: Partial<ListQuery> = {}, suffix = ''): string {
  const asked = Object.entries({ ...EVERYTHING, ...query }).filter(
    ([name, value]) => value !== null && value !== EVERYTHING[name as keyof ListQuery],
  )
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()
  return `/lists/${id}${suffix}${search ? `?${search}` : ''}`
}

/** A child's page, with the list that it is opened from: the children before and after are found by it again. */
export function childOnListHref(ref: string, list: string, query: ListQuery): string {
  const search = listHref(list, { ...query, open: null, page: 1 }).split('?')[1]
  return `${childHref(ref)}?list=${list}${search ? `&${search}` : ''}`
}
