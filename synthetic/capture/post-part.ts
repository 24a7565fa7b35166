import { numberOf, type DayNumber } from '../day-number.ts'
import type { Post } from '../simulation/workforce.ts'
import { advertBefore, type Advert } from './advert.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import type { CaptureRow } from './capture-row.ts'
import { storyPosts } from './story/post-story.ts'
import { POSTS } from '../../src/standards/capture/templates/people-templates.ts'

type State = CaptureRow<typeof POSTS>['state']

/** One spell in a post, with what led to it where a worker was recruited. */
export interface PostSpell {
  post: Post
  worker: string | null
  from: DayNumber
  /** The first day of the next. */
  to: DayNumber | null
  state: State
  /** The day the worker came, which may be before the post was made. */
  startedOn: DayNumber
  /** Since when nobody permanent has been in the post. */
  vacantSince: DayNumber
  /** Null for a vacancy, for cover, and for anyone who was there when the post was made. */
  advert: Advert | null
}

/** The establishment: every spell in every post that reaches into the months captured. */
export function postPart(setting: CaptureSetting): CapturePart {
  const { folder, view, from, isStory } = setting
  const file = openCaptureFile(folder, POSTS)
  for (const spell of postSpells(setting)) {
    if (spell.from > view.asAt || (spell.to !== null && spell.to <= from)) continue
    file.row(rowOf(setting, spell))
  }
  if (isStory) for (const row of storyPosts(view)) file.row(row)
  return { close: () => [file.close()] }
}

/** The spells of every post, post by post in order. */
export function* postSpells(setting: CaptureSetting): Generator<PostSpell> {
  const { workforce, drawFor } = setting
  const ownPost = new Map<string, Post>()
  for (const post of workforce.posts) {
    let vacantSince = post.createdOn
    for (const { worker, from, to } of post.occupants) {
      const state = stateOf(setting, post, worker, ownPost)
      const isRecruited = state === 'permanent' && from > post.createdOn
      const label = isOfOneRound(setting, from) ? ONE_ROUND : `${post.code} ${from}`
      const advert = isRecruited ? advertBefore(from, drawFor(`advert ${label}`)) : null
      yield {
        post,
        worker,
        from: Math.max(from, post.createdOn),
        to,
        state,
        startedOn: from,
        vacantSince,
        advert,
      }
      if (state === 'permanent') vacantSince = to ?? vacantSince
    }
  }
}

export const ONE_ROUND = 'that filled every vacancy'

/** Whether a start on that day came of the round by which a council filled every vacancy at once. */
export const isOfOneRound = ({ plan }: CaptureSetting, startedOn: DayNumber): boolean =>
  plan.staffing.allFilledOn !== null && numberOf(plan.staffing.allFilledOn) === startedOn

/** A worker who has a post already is in a second one only next to it. */
function stateOf(
  { line }: CaptureSetting,
  post: Post,
  code: string | null,
  ownPost: Map<string, Post>,
): State {
  const worker = code === null ? null : line.worker(code)
  if (!worker) return 'vacant'
  if (worker.isAgency) return 'agency'
  if (worker.isPeripatetic) return 'peripatetic'
  const own = ownPost.get(worker.code) ?? post
  ownPost.set(worker.code, own)
  return own === post ? 'permanent' : 'shared'
}

function rowOf(
  { view, line }: CaptureSetting,
  { post, worker, from, to, state, startedOn, advert }: PostSpell,
): CaptureRow<typeof POSTS> {
  const isOver = to !== null && to <= view.asAt
  const leftOn = worker === null ? null : (line.worker(worker)?.leftOn ?? null)
  const hasLeft = leftOn !== null && isOver && leftOn <= to
  const endedBecause = () => {
    if (state === 'vacant') return 'filled'
    if (state === 'agency') return 'agency work ended'
    return hasLeft ? 'left the council' : 'moved to another post'
  }
  return {
    post: post.code,
    team: post.team,
    role: post.role,
    fte: post.fte,
    created_on: post.createdOn,
    state,
    worker,
    from_on: from,
    to_on: isOver ? to - 1 : null,
    ended_because: isOver ? endedBecause() : null,
    advertised_on: advert?.advertisedOn ?? null,
    appointed_on: advert?.appointedOn ?? null,
    started_on: worker === null ? null : startedOn,
  }
}
