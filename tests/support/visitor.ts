/** What answers requests: the whole application, or one room's routes. */
interface Application {
  request: (path: string, init?: RequestInit) => Response | Promise<Response>
}

/** Someone at a browser: keeps the cookie, and the proof that was drawn into the last page's forms. */
export interface Visitor {
  get(path: string): Promise<Response>
  /** The page's text, whatever its status. */
  read(path: string): Promise<string>
  /** Sends a form. `_csrf` is the last page's, unless the fields bring their own. */
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Response>
  cookie(): string
}

/** `brought` is a cookie that they have already: a session's, say. */
export function visitorOf(app: Application, brought = ''): Visitor {
  let cookie = brought
  let proof = ''
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await app.request(path, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...(cookie && { Cookie: cookie }) },
    })
    const given = response.headers.getSetCookie().at(-1)?.split(';')[0]
    if (given) cookie = given
    return response
  }
  const noteProof = async (response: Response) => {
    proof = /name="_csrf" value="([^"]+)"/.exec(await response.clone().text())?.[1] ?? proof
    return response
  }
  const get = async (path: string) => noteProof(await send(path, {}))
  return {
    get,
    read: async (path) => (await get(path)).text(),
    post: async (path, fields = {}, headers = {}) =>
      noteProof(
        await send(path, {
          method: 'POST',
          body: new URLSearchParams({ _csrf: proof, ...fields }).toString(),
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        }),
      ),
    cookie: () => cookie,
  }
}
