import { dayOf, nextWorking } from '../day-number.ts'
import type { Advert } from './advert.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import { isOfOneRound, ONE_ROUND, postSpells, type PostSpell } from './post-part.ts'
import { storyRounds } from './story/recruitment-story.ts'
import type { CaptureRow } from './capture-row.ts'
import { RECRUITMENT } from '../../src/standards/capture/templates/people-templates.ts'

type Row = CaptureRow<typeof RECRUITMENT>

/** What a post is recruited to from. */
const OPEN: readonly PostSpell['state'][] = ['vacant', 'agency', 'peripatetic']

/** Rounds of recruitment: one for each post filled, one for each that is open, and those of the story. */
export function recruitmentPart(setting: CaptureSetting): CapturePart {
  const { folder, view, from, isStory } = setting
  const file = openCaptureFile(folder, RECRUITMENT)
  const together: PostSpell[] = []
  for (const spell of postSpells(setting)) {
    const isOpenNow = spell.from <= view.asAt && (spell.to === null || spell.to > view.asAt)
    const isStarted = spell.advert !== null && spell.from >= from && spell.from <= view.asAt
    if (isStarted && isOfOneRound(setting, spell.from)) together.push(spell)
    else if (isStarted) file.row(filledRow(setting, spell))
    else if (isOpenNow && OPEN.includes(spell.state)) file.row(openRow(setting, spell))
  }
  if (together.length > 0) file.row(oneRoundRow(setting, together))
  if (isStory) for (const row of storyRounds()) file.row(row)
  return { close: () => [file.close()] }
}

const usual = ({ post }: PostSpell) => ({
  title: `${post.role[0]!.toUpperCase()}${post.role.slice(1)}, ${post.team}`,
  team: post.team,
  role: post.role,
  kind: 'permanent' as const,
  places: 1,
  budget_line: null,
})

const daysOf = ({ advertisedOn, closedOn, interviewedOn, appointedOn }: Advert) => ({
  advertised_on: advertisedOn,
  closed_on: closedOn,
  interviewed_on: interviewedOn,
  offered_on: appointedOn,
})

function filledRow({ drawFor }: CaptureSetting, spell: PostSpell): Row {
  const { post, from } = spell
  const advert = spell.advert!
  const random = drawFor(`round ${post.code} ${from}`)
  const interviewed = random.between(1, 5)
  return {
    ...usual(spell),
    ...daysOf(advert),
    round: `RP-${post.code}-${dayOf(from)}`,
    stage: 'started',
    approved_on: advert.advertisedOn - random.between(5, 25),
    applied: interviewed + random.between(1, 9),
    interviewed,
    // One offer in five is lost, and another made.
    offered: random.chance(0.2) ? 2 : 1,
    started: 1,
    start_planned_on: from,
    started_on: from,
    cover: 'none',
  }
}

/** The round by which every vacancy was filled on one day. */
function oneRoundRow(setting: CaptureSetting, spells: readonly PostSpell[]): Row {
  const { from, advert } = spells[0]!
  const random = setting.drawFor(ONE_ROUND)
  const places = spells.length
  return {
    ...daysOf(advert!),
    round: 'RC-00',
    title: 'Every vacancy',
    team: 'All teams',
    role: 'all roles',
    kind: 'permanent',
    places,
    stage: 'started',
    approved_on: advert!.advertisedOn - 14,
    applied: places * 3 + random.between(0, places),
    interviewed: places * 2,
    offered: places + Math.round(places * 0.2),
    started: places,
    start_planned_on: from,
    started_on: from,
    cover: 'none',
    budget_line: null,
  }
}

/** Days from the beginning of a round to each step, while nobody is found; then another is begun. */
const APPROVED_AFTER = 8
const ADVERTISED_AFTER = 20
const CLOSED_AFTER = 42
const INTERVIEWED_AFTER = 54
const NEXT_ROUND_AFTER = 130

function openRow({ view, drawFor }: CaptureSetting, spell: PostSpell): Row {
  const { post, vacantSince, state } = spell
  const rounds = Math.floor((view.asAt - vacantSince) / NEXT_ROUND_AFTER)
  const from = vacantSince + rounds * NEXT_ROUND_AFTER
  const slips = drawFor(`open round ${post.code} ${from}`).between(0, 20)
  const by = (days: number) => {
    const day = nextWorking(from + days + slips)
    return day <= view.asAt ? day : null
  }
  const [approvedOn, advertisedOn, interviewedOn] = [
    by(APPROVED_AFTER),
    by(ADVERTISED_AFTER),
    by(INTERVIEWED_AFTER),
  ]
  const stage = (): Row['stage'] => {
    if (interviewedOn !== null) return 'interviewing'
    if (advertisedOn !== null) return 'advertised'
    return approvedOn === null ? 'planned' : 'approved'
  }
  return {
    ...usual(spell),
    round: `RP-${post.code}-${dayOf(from)}`,
    stage: stage(),
    approved_on: approvedOn,
    advertised_on: advertisedOn,
    closed_on: by(CLOSED_AFTER),
    interviewed_on: interviewedOn,
    offered_on: null,
    applied: null,
    interviewed: null,
    offered: null,
    started: 0,
    start_planned_on: null,
    started_on: null,
    cover: state === 'agency' || state === 'peripatetic' ? state : 'none',
  }
}
