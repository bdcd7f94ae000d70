import type { HeatMap } from '../../shared/analysis.ts'
import { HEAT_FLOOR } from '../../shared/heat-colour.ts'
import { hottestValue } from '../../shared/heat-share.ts'
import { insideLungsWords } from '../../shared/inside-lungs-words.ts'
import { OCCLUSION_RUNS } from '../../shared/occlusion.ts'
import { strings } from '../../shared/strings.en.ts'
import { colourOverGrey } from './heat-over-grey.ts'
import { measure } from './number-text.ts'
import { FAINT, INK, QUIET, SIZE } from './page-design.ts'
import type { Sheet } from './sheet.ts'

export const COLOUR_BAR_WIDTH = 50
const BAR_WIDTH = 9
const STEPS = 80
/** What the bar's colours lie over: the grey of a lung field, as they do on the film. */
const FILM_GREY = 96

/** The fixed scale of the map, from 0 at the bottom to full scale at the top, with this film's highest value. */
export function drawColourBar(
  sheet: Sheet,
  heat: HeatMap,
  area: { x: number; y: number; height: number },
): void {
  const place = (share: number): number => area.y + area.height * (1 - share)
  sheet.decorate(() => {
    for (let step = 0; step < STEPS; step++) {
      const colour = colourOverGrey(FILM_GREY, (step + 0.5) / STEPS)
      // A little taller than a step, so that no gaps show between them.
      const height = area.height / STEPS + (step === 0 ? 0 : 0.4)
      sheet.doc.rect(area.x, place((step + 1) / STEPS), BAR_WIDTH, height).fill(colour)
    }
  })
  const style = { size: SIZE.foot, colour: QUIET }
  const text = { x: area.x + BAR_WIDTH + 9, width: COLOUR_BAR_WIDTH - BAR_WIDTH }
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    sheet.tag('P', () =>
      sheet.line(measure(share * heat.fullScale), { ...text, y: place(share) - 4.6 }, style),
    )
    tick(sheet, area.x + BAR_WIDTH, place(share))
  }
  drawHottest(sheet, heat, {
    x: area.x,
    y: place(Math.min(1, Math.max(0, hottestValue(heat) / heat.fullScale))),
  })
}

function tick(sheet: Sheet, x: number, y: number): void {
  sheet.decorate(() => {
    sheet.doc
      .moveTo(x, y)
      .lineTo(x + 3, y)
      .lineWidth(0.5)
      .strokeColor(FAINT)
      .stroke()
  })
}

/** A mark on the bar's left edge, pointing at this film's highest value. */
function drawHottest(sheet: Sheet, heat: HeatMap, { x, y }: { x: number; y: number }): void {
  const alt = `${strings.report.film.heatHottest}: ${measure(hottestValue(heat))}`
  sheet.figure(alt, { x: x - 6, y: y - 3, width: 6, height: 6 }, () => {
    sheet.doc
      .moveTo(x - 1, y)
      .lineTo(x - 6.5, y - 3.2)
      .lineTo(x - 6.5, y + 3.2)
      .closePath()
      .fill(INK)
  })
}

/** In words, for under the picture. */
export function heatFacts(heat: HeatMap): string {
  const { film } = strings.report
  const hottest = hottestValue(heat)
  const facts = film.heatFacts(strings.methods[heat.method], {
    hottest: measure(hottest),
    fullScale: measure(heat.fullScale),
    floor: measure(HEAT_FLOOR * heat.fullScale),
  })
  const how = heat.method === 'occlusion' ? strings.exports.heatMap.occlusion(OCCLUSION_RUNS) : ''
  const cold = hottest / heat.fullScale < HEAT_FLOOR ? film.heatCold : ''
  const { share, flag } = insideLungsWords(heat)
  return [facts, how, cold, share, flag].filter((words) => words !== '').join(' ')
}
