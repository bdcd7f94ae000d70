// The launcher's line to the host: what a spec may ask of the app from outside its page.
import { quit, started } from './app.ts'
import { startBrowser } from './browser.ts'
import { answerNext, asksSoFar } from './dialog.ts'
import { clickMenu, menuItemState } from './menu.ts'
import { openedSoFar } from './shell.ts'
import { onLacking } from './stand-in.ts'

export interface Command {
  readonly id: number
  readonly call: keyof typeof calls
  readonly args: readonly unknown[]
}

export type Report =
  | { readonly kind: 'started'; readonly endpoint: string; readonly browserPid: number }
  | { readonly kind: 'lacks'; readonly sentence: string }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown; readonly error?: string }

const calls = { quit, answerNext, asksSoFar, clickMenu, menuItemState, openedSoFar } as const

function tell(report: Report): void {
  if (process.connected) process.send?.(report)
}

function obey({ id, call, args }: Command): void {
  try {
    const result = (calls[call] as (...args: readonly unknown[]) => unknown)(...args)
    tell({ kind: 'result', id, result: result ?? null })
  } catch (error) {
    tell({ kind: 'result', id, result: null, error: error instanceof Error ? error.message : String(error) })
  }
}

if (process.connected) {
  process.on('message', (command) => obey(command as Command))
  // A spec that has ended needs the app no more.
  process.on('disconnect', () => process.exit(0))
}

onLacking((sentence) => tell({ kind: 'lacks', sentence }))

async function tellStart(): Promise<void> {
  await started
  const { endpoint, pid } = await startBrowser()
  if (endpoint !== undefined) tell({ kind: 'started', endpoint, browserPid: pid })
}

void tellStart()
