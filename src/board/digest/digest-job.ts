import {
  allow,
  assigned,
  digestKinds,
  digestLinesFor,
  listPeople,
  operator,
  type Account,
  type DigestLine,
} from '../../access/index.ts'
import { mailSettings, type MailSettings } from '../../platform/config.ts'
import { dayInEngland } from '../../platform/day.ts'
import type { Job } from '../../platform/jobs.ts'
import type { Services } from '../../platform/room.ts'
import { mondayOf, weekAround } from './digest.ts'
import { claimWeek, releaseWeek, wantsMail } from './digest-store.ts'

/** Nobody is written to on a Monday before this hour in England. */
const FIRST_HOUR = 7

/** Sends each person their week by e-mail, once a week, where the council has set a mail server. */
export const digestJobs = (services: Services): Job[] => [
  {
    name: 'weekly-digest',
    everyMinutes: 30,
    async run(signal) {
      const settings = mailSettings()
      // The addresses of a demonstration are invented.
      if (!settings || services.council.demonstration) return
      await sendWeek(services, settings, signal)
    },
  },
]

/** Sends what has not been sent this week, and answers how many were. One that fails is logged, and tried again later. */
export async function sendWeek(
  services: Services,
  settings: MailSettings,
  signal: AbortSignal,
): Promise<number> {
  const { records, clock, council, log } = services
  const now = Temporal.Instant.from(clock.now()).toZonedDateTimeISO('Europe/London')
  if (now.dayOfWeek === 1 && now.hour < FIRST_HOUR) return 0
  const today = clock.today()
  const weekOn = mondayOf(today)
  const kinds = await digestKinds(services)
  const accounts = await listPeople(records, allow(operator(council.id), 'people:read'))
  const people = await assigned(
    records,
    council.id,
    accounts.map(({ person }) => person),
    today,
  )
  const personOf = new Map(people.map((person) => [person.id, person]))
  const { mailer } = await import('./mailer.ts')
  const mail = mailer(settings)
  let sent = 0
  try {
    for (const account of accounts) {
      if (signal.aborted) break
      if (account.lastDay !== null && account.lastDay < today) continue
      // Somebody who came this week begins with the next.
      if (!account.active || dayInEngland(account.createdAt) >= weekOn) continue
      if (!(await wantsMail(records, account.person))) continue
      if (!(await claimWeek(records, clock, account.person, weekOn))) continue
      try {
        const lines = await digestLinesFor(kinds, personOf.get(account.person.id)!, weekAround(today))
        if (lines.length > 0) await mail.send(letterTo(account, council.name, settings, lines))
        sent += lines.length > 0 ? 1 : 0
      } catch (error) {
        await releaseWeek(records, account.person, weekOn)
        log.error('a weekly digest was not sent', error, { account: account.person.id })
      }
    }
  } finally {
    mail.close()
  }
  return sent
}

/** Counts and a link: what is about a child is read in Waymark alone. */
function letterTo(
  { email }: Account,
  councilName: string,
  { address }: MailSettings,
  lines: readonly DigestLine[],
) {
  const part = (heading: string, of: DigestLine['part']) => {
    const own = lines.filter((line) => line.part === of)
    return own.length === 0 ? [] : [heading, ...own.map(({ text }) => `- ${text}`), '']
  }
  return {
    to: email,
    subject: 'Your week in Waymark',
    text: [
      `Your week in Waymark, ${councilName}`,
      '',
      ...part('Changed in the last seven days', 'changed'),
      ...part('Due in the next seven days, or late', 'due'),
      `See what is behind these: ${address}/digest`,
      '',
      'This message names no child. You can stop it on that page.',
    ].join('\n'),
  }
}
