// PS3.3 C.7.6.1.1.1: (0020,0020) says where the rows lead to, and where the columns: what lies at the right and at the
// lower edge of the film. The other edges are their opposites.

export interface EdgeLetters {
  readonly left: string
  readonly right: string
  readonly upper: string
  readonly lower: string
}

/** Null unless both directions are said. */
export function edgeLetters([right = '', lower = '']: readonly string[]): EdgeLetters | null {
  if (right === '' || lower === '') return null
  return { left: opposite(right), right, upper: opposite(lower), lower }
}

const OPPOSITES: Readonly<Record<string, string>> = { L: 'R', R: 'L', A: 'P', P: 'A', H: 'F', F: 'H' }

/** Empty where a direction is none of a person, as those of animals are. */
function opposite(letters: string): string {
  const turned = [...letters].map((letter) => OPPOSITES[letter] ?? '')
  return turned.includes('') ? '' : turned.join('')
}
