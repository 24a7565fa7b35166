import { createTransport } from 'nodemailer'
import type { MailSettings } from '../../platform/config.ts'

export interface Letter {
  to: string
  subject: string
  text: string
}

const SECONDS = 1000

/** Sends plain text by the council's own mail server, and by nothing else. */
export function mailer({ server, from }: MailSettings) {
  const { hostname, port, protocol, username, password } = new URL(server)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // Credentials are never sent in the clear; a server of the council's own network may do without both.
    ...(username && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      requireTLS: !secure,
    }),
    connectionTimeout: 20 * SECONDS,
    socketTimeout: 60 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text }: Letter): Promise<void> {
      await transport.sendMail({ from, to, subject, text })
    },
    close: () => transport.close(),
  }
}
