import { allow, may } from '../access/index.ts'
import type { Answers, Services } from '../platform/room.ts'
import { actionHref, recommendationHref } from '../ui/links.ts'
import { bindingsOf } from './tree-store.ts'

/** What measures ask of the plan. */
export const planAnswers = ({ records }: Services): Answers => ({
  /** The recommendations and actions bound to a measure. */
  async usesOfMeasure(person, series) {
    if (!may(person, 'plan:read')) return []
    const places = await bindingsOf(records, allow(person, 'plan:read'), series.id)
    return places.map(({ recommendation, action }) =>
      action
        ? { text: `Action ${action.ref}`, href: actionHref(action.id), note: action.title }
        : {
            text: `Recommendation ${recommendation.ref}`,
            href: recommendationHref(recommendation.id),
            note: recommendation.title,
          },
    )
  },
})
