export interface Message {
  readonly key: number
  /** A problem is read out at once; a note waits its turn and goes by itself; work stays until it is done. */
  readonly tone: 'problem' | 'note' | 'work'
  readonly text: string
  /** What it speaks of, where it is over when the next of its kind has gone well. */
  readonly about: 'opening' | null
  /** What a button in the message does; it stands as long as that can be done. */
  readonly offer: Offer | null
}

export type Offer = 'restore-films' | 'score-all'
