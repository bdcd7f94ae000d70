// What the preload puts on `window.hilum`, derived from the contract.

import type { Answer, Input, Payload } from './contract.ts'
import type { EventName, WindowRequest } from './contract-names.ts'

export interface Bridge {
  request<Name extends WindowRequest>(name: Name, input: Input<Name>): Promise<Answer<Name>>
  /** Opens what was dropped on the window; the paths stay on the preload's side. */
  openDropped(files: File[]): Promise<Answer<'films.drop'>>
  /** Returns the function that stops listening. */
  on<Name extends EventName>(name: Name, listener: (payload: Payload<Name>) => void): () => void
}

declare global {
  interface Window {
    readonly hilum: Bridge
  }
}
