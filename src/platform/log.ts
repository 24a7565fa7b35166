/** One line of JSON per event, to standard error. Never a child's detail: only ids of loads, people and references. */
export interface Log {
  info(happening: string, about?: Record<string, string | number | boolean>): void
  error(happening: string, error: unknown, about?: Record<string, string | number | boolean>): void
}

const line = (level: string, happening: string, about: Record<string, unknown>) =>
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, happening, ...about })}\n`)

export const standardLog: Log = {
  info: (happening, about = {}) => void line('info', happening, about),
  error: (happening, error, about = {}) =>
    void line('error', happening, {
      ...about,
      error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      stack: error instanceof Error ? error.stack : undefined,
    }),
}

export const silentLog: Log = { info: () => {}, error: () => {} }
