// The only file that touches Electron's IPC in main. Every request is checked for who sends it and what it holds.

import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { requests, type Answer, type Output, type ParsedInput, type Payload } from '../../shared/contract.ts'
import type { EventName, RequestName } from '../../shared/contract-names.ts'
import { HilumError, toFailure } from '../../shared/errors.ts'

export type Handlers = {
  readonly [Name in RequestName]: (input: ParsedInput<Name>) => Promise<Output<Name>> | Output<Name>
}

/** Pages that have asked something, and so listen. */
const listening = new WeakSet<WebContents>()

export function answerRequests(handlers: Handlers, isTrusted: (url: string) => boolean): void {
  for (const name of Object.keys(requests) as RequestName[]) {
    ipcMain.handle(name, (event, input: unknown) => {
      const trusted = isOurs(event, isTrusted)
      if (trusted) listening.add(event.sender)
      return answer(name, input, handlers, trusted)
    })
  }
}

/** A page that is still loading is sent nothing: its first question is answered with all that there is to know. */
export function send<Name extends EventName>(to: WebContents, name: Name, payload: Payload<Name>): void {
  if (listening.has(to) && !to.isDestroyed()) to.send(name, payload)
}

async function answer<Name extends RequestName>(
  name: Name,
  input: unknown,
  handlers: Handlers,
  trusted: boolean,
): Promise<Answer<Name>> {
  try {
    if (!trusted)
      throw new HilumError(
        'IPC_UNTRUSTED_SENDER',
        `A page that is not Hilum’s own asked for “${name}” and was refused.`,
      )
    const handle = handlers[name] as (parsed: ParsedInput<Name>) => Promise<Output<Name>> | Output<Name>
    return { ok: true, value: await handle(parse(name, input)) }
  } catch (error) {
    if (!(error instanceof HilumError)) console.error(`“${name}” failed:`, error)
    return toFailure(error)
  }
}

function parse<Name extends RequestName>(name: Name, input: unknown): ParsedInput<Name> {
  const parsed = requests[name].input.safeParse(input)
  if (parsed.success) return parsed.data as ParsedInput<Name>
  const [issue] = parsed.error.issues
  throw new HilumError(
    'IPC_BAD_REQUEST',
    `The request “${name}” is malformed (${issue?.path.join('.')}: ${issue?.message}).`,
  )
}

/** Only the window's own top frame may ask. */
function isOurs(event: IpcMainInvokeEvent, isTrusted: (url: string) => boolean): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isTrusted(frame.url)
}
