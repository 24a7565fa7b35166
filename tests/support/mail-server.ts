import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** What a mail server got: to whom, and every line of the message as it came. */
export interface ReceivedMail {
  to: string[]
  text: string
}

export interface MailServer {
  /** As `WAYMARK_SMTP` names it. */
  address: string
  received: ReceivedMail[]
  close(): Promise<void>
}

/** A mail server on this machine that keeps what it gets. It refuses whom `refuses` says. */
export async function mailServer(refuses: (to: string) => boolean = () => false): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const server: Server = createServer((socket) => converse(socket, received, refuses))
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    address: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((done) => void server.close(() => done())),
  }
}

function converse(socket: Socket, received: ReceivedMail[], refuses: (to: string) => boolean): void {
  let mail: ReceivedMail = { to: [], text: '' }
  let inText = false
  let waiting = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  const answer = (line: string) => {
    if (inText) {
      if (line !== '.') mail.text += `${line}\n`
      else {
        received.push(mail)
        mail = { to: [], text: '' }
        inText = false
        say('250 kept')
      }
    } else if (/^(EHLO|HELO|MAIL|RSET)/i.test(line)) say('250 mail.example')
    else if (/^RCPT/i.test(line)) {
      const to = /<(.+)>/.exec(line)?.[1] ?? ''
      if (!refuses(to)) mail.to.push(to)
      say(refuses(to) ? '550 nobody of that name' : '250 known')
    } else if (/^DATA/i.test(line)) {
      inText = true
      say('354 go on')
    } else if (/^QUIT/i.test(line)) {
      say('221 goodbye')
      socket.end()
    } else say('502 not known')
  }
  say('220 mail.example')
  socket.on('error', () => {})
  socket.on('data', (data) => {
    waiting += data.toString('utf8')
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      answer(line)
    }
  })
}
