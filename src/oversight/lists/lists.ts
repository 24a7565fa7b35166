import { definitionsIn } from '../../platform/definition-file.ts'
import { LIST_AREAS, readList, type ListFile } from './list-file.ts'

/** Every list, in the order of the work. */
export const LISTS: readonly ListFile[] = definitionsIn(new URL('./definitions/', import.meta.url))
  .map(({ id, text }) => readList(id, text))
  .toSorted(
    (left, right) =>
      LIST_AREAS.indexOf(left.area) - LIST_AREAS.indexOf(right.area) || left.order - right.order,
  )

export const listOfId = (id: string): ListFile | null => LISTS.find((list) => list.id === id) ?? null
