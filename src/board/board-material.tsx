import type { Person } from '../access/index.ts'
import { addDays, type Day } from '../platform/day.ts'
import type { Ask } from '../platform/room.ts'
import { Details } from '../ui/components/details.tsx'

/** Something that a room offers to whoever writes the Board report. */
export interface BoardMaterial {
  /** Whole sentences, with counts and never a child: they may be published with the report. */
  sentences: readonly string[]
  /** Where they come from, as the source of a figure is written: “Performance clinic: North, 3 February 2015”. */
  source: string
  /** The page that they come from. */
  href: string
}

declare module '../platform/room.ts' {
  interface Questions {
    /** What a room offers for the report of a meeting, of what was done on these days, the first and the last included. */
    boardMaterial: (person: Person, from: Day, until: Day) => Promise<BoardMaterial[]>
  }
}

/** How many days before a meeting are looked at: two months, because a meeting is sometimes missed. */
const DAYS_BEFORE = 62

/** What the rooms offer for the report of a meeting. Nothing where there is nobody to ask. */
export async function materialFor(
  { ask }: { ask?: Ask },
  person: Person,
  { heldOn }: { heldOn: Day },
): Promise<readonly BoardMaterial[]> {
  return (await ask?.('boardMaterial', person, addDays(heldOn, -DAYS_BEFORE), heldOn)) ?? []
}

/** For the writer alone: nothing of it is in the report until somebody types it there. */
export const MaterialView = ({ material }: { material: readonly BoardMaterial[] }) =>
  material.length === 0 ? null : (
    <Details summaryText={`Counts from the rooms that you may use (${material.length})`}>
      <p class="wm-note">
        Copy a sentence into the report and give its source as it is written here. Nothing is put in by
        itself.
      </p>
      <ul class="govuk-list">
        {material.map(({ sentences, source, href }) => (
          <li>
            {sentences.map((sentence) => (
              <>
                “{sentence}”<br />
              </>
            ))}
            <span class="wm-note">
              Source: <a href={href}>{source}</a>
            </span>
          </li>
        ))}
      </ul>
    </Details>
  )
