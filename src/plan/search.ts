import { allow, type Person, type SearchKind } from '../access/index.ts'
import { holdsWords } from '../platform/find-words.ts'
import type { Services } from '../platform/room.ts'
import { actionHref, recommendationHref } from '../ui/links.ts'
import { PROGRESS_WORDS } from './action.ts'
import { actionsOf, recommendationsOf } from './plan-tree.ts'
import { planTree } from './tree-store.ts'

const isRef = (ref: string, text: string): boolean => ref.toLowerCase() === text.trim().toLowerCase()

/** Those whose reference was typed, or else those with the words. */
const matching = <Item extends { ref: string }>(
  items: readonly Item[],
  text: string,
  wordsIn: (item: Item) => string,
): Item[] => {
  const exact = items.filter(({ ref }) => isRef(ref, text))
  return exact.length > 0 ? exact : items.filter((item) => holdsWords(`${item.ref} ${wordsIn(item)}`, text))
}

/** Recommendations and actions of the plan, by reference or by words. */
export function planSearch({ records }: Services): SearchKind[] {
  const treeFor = (person: Person) => planTree(records, allow(person, 'plan:read'))
  return [
    {
      heading: 'Recommendations',
      how: 'a recommendation of the plan, by its words or by its reference',
      order: 30,
      needs: 'plan:read',
      find: async (person, text) =>
        matching(
          recommendationsOf(await treeFor(person)),
          text,
          ({ title, asked, theme }) => `${title} ${asked} ${theme.title}`,
        ).map(({ id, ref, title }) => ({
          ref,
          text: title,
          href: recommendationHref(id),
          exact: isRef(ref, text),
        })),
    },
    {
      heading: 'Actions',
      how: 'an action of the plan, by its words, by its owner or by its reference',
      order: 31,
      needs: 'plan:read',
      find: async (person, text) =>
        matching(actionsOf(await treeFor(person)), text, ({ title, owner }) => `${title} ${owner ?? ''}`).map(
          ({ id, ref, title, progress }) => ({
            ref,
            text: title,
            href: actionHref(id),
            note: PROGRESS_WORDS[progress],
            exact: isRef(ref, text),
          }),
        ),
    },
  ]
}
