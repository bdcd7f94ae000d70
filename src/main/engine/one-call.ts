// One call to a process of its own that is ended afterwards, however it goes: for what may end it.

import { HilumError, type Failure } from '../../shared/errors.ts'
import type { StartProcess } from './engine-process.ts'
import type { Input, MethodName, Output, Reply } from './protocol.ts'

export type End<Method extends MethodName> =
  | { readonly kind: 'answered'; readonly value: Output<Method> }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'died' }
  | { readonly kind: 'hung' }

export interface OneCallOptions {
  readonly start: StartProcess
  readonly limitMs: number
  readonly signal?: AbortSignal | undefined
}

/** Rejects only where it is stopped by its signal. */
export async function oneCall<Method extends MethodName>(
  method: Method,
  input: Input<Method>,
  { start, limitMs, signal }: OneCallOptions,
): Promise<End<Method>> {
  const child = start()
  let timer: NodeJS.Timeout | undefined
  let stop: () => void = () => undefined
  try {
    return await new Promise<End<Method>>((resolve, reject) => {
      stop = () => reject(stopped())
      if (signal?.aborted) stop()
      signal?.addEventListener('abort', stop)
      timer = setTimeout(() => resolve({ kind: 'hung' }), limitMs)
      child.onExit(() => resolve({ kind: 'died' }))
      child.onMessage((message) => {
        const reply = message as Reply
        if (reply.ok) resolve({ kind: 'answered', value: reply.value as Output<Method> })
        else resolve({ kind: 'refused', failure: reply })
      })
      child.post({ id: 1, method, input })
    })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
    child.kill()
  }
}

export function stopped(): HilumError {
  return new HilumError('CANCELLED', 'Stopped as you asked.')
}
