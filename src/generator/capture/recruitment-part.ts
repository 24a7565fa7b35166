import { numberOf, type DayNumber } from '../day-number.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import { postSpells, type PostSpell } from './post-part.ts'
import { storyRounds } from './story/recruitment-story.ts'
import type { CaptureRow } from './template.ts'
import { RECRUITMENT } from './templates/people-templates.ts'

type Row = CaptureRow<typeof RECRUITMENT>

/** Rounds of recruitment: one for each post filled, one for each that stands open, and those of the story. */
export function recruitmentPart(setting: CaptureSetting): CapturePart {
  const { folder, view, from, isStory } = setting
  const file = openCaptureFile(folder, RECRUITMENT)
  const together: PostSpell[] = []
  for (const spell of postSpells(setting)) {
    const isOpenNow = spell.from <= view.asAt && (spell.to === null || spell.to > view.asAt)
    if (spell.advert && isOfOneRound(setting, spell)) together.push(spell)
    else if (spell.advert && spell.from >= from && spell.from <= view.asAt)
      file.row(filledRow(setting, spell))
    else if (isOpenNow && spell.state !== 'permanent') file.row(openRow(setting, spell))
  }
  if (together.length > 0) file.row(togetherRow(setting, together))
  if (isStory) for (const row of storyRounds()) file.row(row)
  return { close: () => [file.close()] }
}

/** The round by which a council filled every vacancy at once took a month to come in. */
const ROUND_STARTS_WITHIN = 30

function isOfOneRound({ plan, from, view }: CaptureSetting, spell: PostSpell): boolean {
  if (plan.staffing.allFilledOn === null) return false
  const filledOn = numberOf(plan.staffing.allFilledOn)
  if (filledOn < from || filledOn > view.asAt) return false
  return spell.from > filledOn - ROUND_STARTS_WITHIN && spell.from <= filledOn
}

const usual = ({ post }: PostSpell) => ({
  team: post.team,
  role: post.role,
  kind: 'permanent' as const,
  budget_line: null,
})

function filledRow({ drawFor }: CaptureSetting, spell: PostSpell): Row {
  const { post, from } = spell
  const advert = spell.advert!
  const random = drawFor(`round ${post.code} ${from}`)
  const interviewed = random.between(1, 5)
  return {
    ...usual(spell),
    round: `RP-${post.code}-${from}`,
    title: `${post.role}, ${post.team}`,
    places: 1,
    stage: 'started',
    approved_on: advert.advertisedOn - random.between(5, 25),
    advertised_on: advert.advertisedOn,
    closed_on: advert.closedOn,
    interviewed_on: advert.interviewedOn,
    offered_on: advert.appointedOn,
    applied: interviewed + random.between(1, 9),
    interviewed,
    // One in five offers is lost, and another made.
    offered: random.chance(0.2) ? 2 : 1,
    started: 1,
    start_planned_on: from,
    started_on: from,
    cover: 'none',
  }
}

function togetherRow(setting: CaptureSetting, spells: readonly PostSpell[]): Row {
  const adverts = spells.map(({ advert }) => advert!)
  const first = (day: (advert: (typeof adverts)[number]) => DayNumber) => Math.min(...adverts.map(day))
  const random = setting.drawFor('round that filled every vacancy')
  const places = spells.length
  return {
    ...usual(spells[0]!),
    round: 'RC-00',
    title: 'All social worker vacancies',
    team: 'All teams',
    places,
    stage: 'started',
    approved_on: first(({ advertisedOn }) => advertisedOn) - 14,
    advertised_on: first(({ advertisedOn }) => advertisedOn),
    closed_on: first(({ closedOn }) => closedOn),
    interviewed_on: first(({ interviewedOn }) => interviewedOn),
    offered_on: first(({ appointedOn }) => appointedOn),
    applied: places * 3 + random.between(0, places),
    interviewed: places * 2,
    offered: places + Math.round(places * 0.2),
    started: places,
    start_planned_on: Math.min(...spells.map(({ from }) => from)),
    started_on: Math.min(...spells.map(({ from }) => from)),
    cover: 'none',
  }
}

/** Days from a post's falling empty to each step, while nobody has it. */
const APPROVED_AFTER = 8
const ADVERTISED_AFTER = 20
const CLOSED_AFTER = 42
const INTERVIEWED_AFTER = 54

function openRow({ view, drawFor }: CaptureSetting, spell: PostSpell): Row {
  const { post, from, state } = spell
  const slips = drawFor(`open round ${post.code} ${from}`).between(0, 20)
  const by = (days: number) => (from + days + slips <= view.asAt ? from + days + slips : null)
  const interviewedOn = by(INTERVIEWED_AFTER)
  const advertisedOn = by(ADVERTISED_AFTER)
  return {
    ...usual(spell),
    round: `RP-${post.code}-${from}`,
    title: `${post.role}, ${post.team}`,
    places: 1,
    stage:
      interviewedOn !== null
        ? 'interviewing'
        : advertisedOn !== null
          ? 'advertised'
          : by(APPROVED_AFTER) !== null
            ? 'approved'
            : 'planned',
    approved_on: by(APPROVED_AFTER),
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
