/**
 * Refusals. The web and the command line each turn these into an answer in one place: a page, or an exit code.
 * Anything else that is thrown is an error in Waymark.
 */

/** The person's role does not carry this right. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
}

/** It does not exist, or the person may not see it: the answer is the same for both. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** Someone else changed it first. */
export class Stale extends Error {
  override name = 'Stale'
}

/** The message is a sentence for the person who asked. */
export class Refused extends Error {
  override name = 'Refused'
}

/** It was deleted on its day or on purpose; the message is a sentence that says when and why. */
export class Gone extends Refused {
  override name = 'Gone'
}

/** What a form or an argument got wrong, by field, in words that say how to put it right. */
export type FieldErrors = Readonly<Record<string, string>>

/** The answer of a check: the value, or what the person can put right. */
export type Checked<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors }
