// The window's side of the contract: what failed in main is thrown here as it was thrown there.

import type { Input, Output, Payload } from '../shared/contract.ts'
import type { EventName, WindowRequest } from '../shared/contract-names.ts'
import { fromFailure } from '../shared/errors.ts'

export async function ask<Name extends WindowRequest>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await window.hilum.request(name, input)
  if (!answer.ok) throw fromFailure(answer)
  return answer.value
}

export async function openDropped(files: File[]): Promise<Output<'films.drop'>> {
  const answer = await window.hilum.openDropped(files)
  if (!answer.ok) throw fromFailure(answer)
  return answer.value
}

export function listen<Name extends EventName>(
  name: Name,
  listener: (payload: Payload<Name>) => void,
): () => void {
  return window.hilum.on(name, listener)
}
