import type { DayNumber } from '../day-number.ts'
import type { Post } from '../simulation/workforce.ts'
import { advertBefore, type Advert } from './advert.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import type { CaptureRow } from './template.ts'
import { storyPosts } from './story/post-story.ts'
import { POSTS } from './templates/people-templates.ts'

type State = CaptureRow<typeof POSTS>['state']

/** One spell in a post, with what led to it where a worker was recruited. */
export interface PostSpell {
  post: Post
  worker: string | null
  from: DayNumber
  /** The first day of the next. */
  to: DayNumber | null
  state: State
  /** Null for a vacancy, for cover, and for whoever was there when the post was made. */
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
export function* postSpells({ workforce, line, drawFor }: CaptureSetting): Generator<PostSpell> {
  for (const post of workforce.posts) {
    for (const { worker: code, from, to } of post.occupants) {
      const worker = code === null ? null : line.worker(code)
      const state = !worker
        ? 'vacant'
        : worker.isAgency
          ? 'agency'
          : worker.isPeripatetic
            ? 'peripatetic'
            : 'permanent'
      const isRecruited = state === 'permanent' && from > post.createdOn
      const advert = isRecruited ? advertBefore(from, drawFor(`advert ${post.code} ${from}`)) : null
      yield { post, worker: code, from, to, state, advert }
    }
  }
}

function rowOf(
  { view, line }: CaptureSetting,
  { post, worker, from, to, state, advert }: PostSpell,
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
    started_on: worker === null ? null : from,
  }
}
