/**
 * Refusals. Each door turns these into an answer in one place: a page, or an exit code.
 * Anything else that is thrown means that we are broken.
 */

/** The person's role does not carry this right. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
}

/** There is no such thing, or it is not theirs to see: the two are never told apart. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** Someone else changed it first. */
export class Stale extends Error {
  override name = 'Stale'
}

/** What was asked cannot be done as asked; the message is a sentence for the person who asked. */
export class Refused extends Error {
  override name = 'Refused'
}

/** It was there, and was deleted as it had to be; the message is a sentence that says when and why. */
export class Gone extends Refused {
  override name = 'Gone'
}

/** What a form or an argument got wrong, by field, in words that say how to put it right. */
export type FieldErrors = Readonly<Record<string, string>>

/** The answer of a check: the value, or what the person can put right. */
export type Checked<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors }
