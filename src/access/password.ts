import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/** Argon2id with 19 MiB and two passes: the first choice of OWASP's password storage guidance. */
const MEMORY_KIB = 19_456
const PASSES = 2
const PARALLELISM = 1
const TAG_BYTES = 32

/** No rules about signs and digits: NCSC and NIST SP 800-63B both ask for length instead. */
export const MIN_PASSWORD_LENGTH = 12
/** Enough for any passphrase. A limit keeps a very long password from using up the processor. */
export const MAX_PASSWORD_LENGTH = 200

interface Recipe {
  memory: number
  passes: number
  parallelism: number
  salt: Buffer
}

function derive(password: string, recipe: Recipe, bytes: number): Promise<Buffer> {
  const { memory, passes, parallelism, salt: nonce } = recipe
  // Keyboards differ in the code points that they send for the same letter.
  const message = password.normalize('NFKC')
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, parallelism, tagLength: bytes, memory, passes }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** The password's hash in the PHC string format, which carries its own parameters. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const recipe = { memory: MEMORY_KIB, passes: PASSES, parallelism: PARALLELISM, salt }
  const key = await derive(password, recipe, TAG_BYTES)
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${PARALLELISM}$${base64(salt)}$${base64(key)}`
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** With no hash it does the same work and returns false, so that timing does not reveal whether an account exists. */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const parts = PHC.exec(hash ?? '')
  if (hash !== null && !parts) throw new Error('A stored password hash is not in the PHC format')
  const recipe = parts
    ? {
        memory: Number(parts[1]),
        passes: Number(parts[2]),
        parallelism: Number(parts[3]),
        salt: Buffer.from(parts[4]!, 'base64'),
      }
    : { memory: MEMORY_KIB, passes: PASSES, parallelism: PARALLELISM, salt: randomBytes(16) }
  const expected = parts ? Buffer.from(parts[5]!, 'base64') : randomBytes(TAG_BYTES)
  const found = await derive(password, recipe, expected.length)
  return timingSafeEqual(found, expected) && parts !== null
}
