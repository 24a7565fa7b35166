/** What can be closed. */
interface Connection {
  closeSync(): void
}

/** Connections that are opened when they are needed and used again, `max` of them at most. */
export function connectionPool<C extends Connection>(connect: () => Promise<C>, max: number) {
  const idle: C[] = []
  const waiting: (() => void)[] = []
  let used = 0
  let onEnd: (() => void) | null = null

  function end(): void {
    if (onEnd === null || used > 0) return
    for (const connection of idle.splice(0)) connection.closeSync()
    const ended = onEnd
    onEnd = null
    ended()
  }

  return {
    /** Does some work with a connection that nobody else uses meanwhile. Work beyond `max` waits, the first first. */
    async use<Answer>(work: (connection: C) => Promise<Answer>): Promise<Answer> {
      // The one that ends its work hands its place over, so that nobody who comes later takes it.
      if (used >= max) await new Promise<void>((resolve) => waiting.push(resolve))
      else used += 1
      let connection: C | undefined
      try {
        connection = idle.pop() ?? (await connect())
        return await work(connection)
      } finally {
        if (connection) idle.push(connection)
        const next = waiting.shift()
        if (next) next()
        else used -= 1
        end()
      }
    },
    /** Closes all connections once the work under way, and what waits for its turn, is done; then calls `ended`. */
    close(ended: () => void): void {
      onEnd = ended
      end()
    },
  }
}
