// A card made by hand for tests.

import type { Card } from './card.ts'

const label = {
  threshold: 0.5,
  indeterminate: [0.5, 0.5] as [number, number],
  sensitivity: null,
  specificity: null,
}

export function cardFixture(changes: Partial<Card> = {}): Card {
  return {
    schema: 'hilum/card@1',
    id: 'fixture',
    version: '1.0.0',
    name: 'Fixture',
    sha256: '0'.repeat(64),
    labels: [
      { id: 'COVID-19', name: 'COVID-19', finding: true, ...label },
      { id: 'No finding', name: 'No finding', finding: false, ...label },
    ],
    input: { width: 64, height: 64, view: 'film', margin: 0, masked: false, fit: 'squish' },
    grid: { rows: 4, columns: 4, cellWidth: 16, cellHeight: 16, originX: 8, originY: 8 },
    temperature: 1,
    explanation: { method: 'gradcam', fullScale: 1 },
    outputs: ['logits', 'probabilities', 'gradcam'],
    training: { data: [], note: '' },
    figures: [],
    intendedUse: 'tests',
    limits: ['made by hand'],
    gate: {},
    citation: '',
    ...changes,
  }
}
