import { may, type Person } from '../../access/index.ts'
import type { SeriesDefinition } from '../../measures/index.ts'

/** Links for those who may set a measure's target and limits; nothing for anyone else. */
export const KeeperLinks = ({ person, series }: { person: Person; series: SeriesDefinition }) =>
  may(person, 'targets:write') ? (
    <section class="wm-ruled wm-keeper">
      <h2>Settings of this measure</h2>
      <ul class="wm-plain-list">
        <li>
          <a href={`/measures/${series.id}/target`}>Target and path</a>
        </li>
        <li>
          <a href={`/measures/${series.id}/limits`}>Start new limits</a>
        </li>
      </ul>
    </section>
  ) : null
