// A made-up folder of films and a made-up model, for the tests of the report.

import type { Finding, HeatMap } from '../../shared/analysis.ts'
import { probability } from '../../shared/units.ts'
import type {
  ReportFilm,
  ReportInput,
  ReportModel,
  ReportPicture,
  ReportRow,
  ScoredRow,
  UnscoredRow,
} from './report-input.ts'

const exampleModel: ReportModel = {
  id: 'example-lungs',
  version: '1.2.0',
  name: 'Example network for three classes',
  sha256: '9f2b6c1d7e8a4f30b5d9c2e1a7f6083d4c5b6a798081726354a3b2c1d0e9f8a7',
  labels: [
    {
      id: 'covid',
      name: 'COVID-19 pneumonia',
      finding: true,
      threshold: 0.41,
      indeterminate: [0.33, 0.52],
      sensitivity: 0.9,
      specificity: 0.874,
    },
    {
      id: 'pneumonia',
      name: 'Other pneumonia',
      finding: true,
      threshold: 0.55,
      indeterminate: [0.45, 0.62],
      sensitivity: 0.85,
      specificity: 0.913,
    },
    {
      id: 'normal',
      name: 'No finding',
      finding: false,
      threshold: 0.5,
      indeterminate: [0.4, 0.6],
      sensitivity: null,
      specificity: null,
    },
  ],
  figures: [
    { name: 'Accuracy', value: 0.871, low: 0.82, high: 0.912, films: 225, split: 'Held-out patients' },
    {
      name: 'AUC, COVID-19 pneumonia',
      value: 0.942,
      low: 0.893,
      high: 0.978,
      films: 225,
      split: 'Held-out patients',
    },
  ],
  intendedUse: 'To show how a small network scores frontal chest films of adults, in research and teaching.',
  limits: [
    'The COVID-19 films come from other hospitals than the rest, so the network may know the source and not the disease.',
    'Not tested on children, on lateral films or on films taken lying down.',
  ],
  citation: 'Invented for the tests of the report.',
}

export function exampleFindings(scores: readonly [number, number, number]): Finding[] {
  return exampleModel.labels.map(({ id, name, finding, threshold, indeterminate: [low, high] }, i) => {
    const score = scores[i] ?? 0
    const band = score >= high ? 'positive' : score <= low ? 'negative' : 'indeterminate'
    return { label: id, name, finding, probability: probability(score), threshold, band }
  })
}

export function exampleScored(name: string, scores: readonly [number, number, number]): ScoredRow {
  const findings = exampleFindings(scores)
  const called = findings.filter(({ finding, band }) => finding && band === 'positive')
  const [leading] = (called.length > 0 ? called : findings).toSorted((a, b) => b.probability - a.probability)
  const bands = findings.filter(({ finding }) => finding).map(({ band }) => band)
  const band = (['positive', 'indeterminate'] as const).find((one) => bands.includes(one)) ?? 'negative'
  return {
    name,
    frame: 0,
    sha256: '0123456789abcdef'.repeat(4),
    warnings: [],
    status: 'scored',
    findings,
    label: leading?.label ?? '',
    band,
    provider: 'cpu',
  }
}

export function exampleRefused(name: string): UnscoredRow {
  return {
    name,
    frame: 0,
    sha256: 'fedcba9876543210'.repeat(4),
    warnings: [],
    status: 'refused',
    code: 'GATE_NOT_FRONTAL',
    message: `${name} looks like a lateral film; the model knows frontal films only. Open the frontal film of the study.`,
  }
}

export function exampleFailed(name: string): UnscoredRow {
  return {
    name,
    frame: 0,
    sha256: null,
    warnings: [],
    status: 'failed',
    code: 'DECODE_TRUNCATED',
    message: `${name} ends after 2,097,152 of 8,388,608 bytes of pixel data; copy it again from its source.`,
  }
}

/** A bright disc on a dark ground stands for a film. */
export function examplePicture(rows: number, columns: number): ReportPicture {
  const grey = Uint8Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns]
    return Math.hypot(row / rows - 0.5, column / columns - 0.5) < 0.35 ? 170 : 30
  })
  return { rows, columns, grey, pixelAspect: 1 }
}

/** A blob of heat in the lower left of a film of the given size. */
export function exampleHeat(size: number): HeatMap {
  const cells = 13
  const values = Float32Array.from({ length: cells * cells }, (_, i) => {
    const away = Math.hypot((i % cells) - 3.5, Math.floor(i / cells) - 8)
    return 0.9 * Math.exp(-((away / 2.2) ** 2)) - 0.05
  })
  const cell = size / cells
  const placement = { originX: cell / 2, originY: cell / 2, cellWidth: cell, cellHeight: cell }
  return {
    label: 'covid',
    method: 'hiresmap',
    rows: cells,
    columns: cells,
    values,
    fullScale: 1,
    placement,
    insideLungs: 0.42,
  }
}

export function exampleFilm(row: ReportRow, picture: ReportPicture | null, heat: HeatMap | null): ReportFilm {
  return {
    row,
    picture,
    heat,
    methods: ['hiresmap'],
    isOnScreen: false,
    greys: 'Window: centre 2010, width 3700',
    marks: [],
    scale: '',
    facts: [
      ['Kind', 'DICOM, 640 × 640 pixels, 12 bits'],
      ['View', 'PA'],
    ],
  }
}

export function exampleInput(rows: readonly ReportRow[], films: readonly ReportFilm[] = []): ReportInput {
  return {
    appVersion: '0.1.0',
    createdAt: new Date('2026-11-21T09:30:00Z'),
    model: exampleModel,
    provider: 'cpu',
    rows,
    unread: 0,
    films,
  }
}
