import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../platform/day.ts'

/** Signed out after this long without a request. */
export const IDLE_MINUTES = 30
/** Signed out after this long in any case. */
export const MAX_SESSION_HOURS = 12

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A secret of 256 bits for a browser's cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** The hidden field of every form, which shows that the page was made for the browser that sends it. */
export const csrfOf = (token: string): string => sha256(`form ${token}`)

/** Compares in constant time, so that timing does not reveal the right value. */
export function csrfMatches(token: string, given: unknown): boolean {
  const expected = Buffer.from(csrfOf(token))
  const found = Buffer.from(typeof given === 'string' ? given : '')
  return found.length === expected.length && timingSafeEqual(found, expected)
}

const minutesBetween = (from: Instant, to: Instant) =>
  Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('minutes')

export const isExpired = (session: { createdAt: Instant; lastUsedAt: Instant }, now: Instant): boolean =>
  minutesBetween(session.lastUsedAt, now) >= IDLE_MINUTES ||
  minutesBetween(session.createdAt, now) >= MAX_SESSION_HOURS * 60

/** A session's last use is stored at most once a minute, so that not every page is a write. */
export const isWorthNoting = (lastUsedAt: Instant, now: Instant): boolean =>
  minutesBetween(lastUsedAt, now) >= 1
