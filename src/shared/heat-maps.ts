import type { MapMethod, HeatMap } from './analysis.ts'

/** How the scores of an analysis are explained, the card's own way first; empty where they are not. */
export function methodsOf(maps: readonly HeatMap[]): MapMethod[] {
  return [...new Set(maps.map(({ method }) => method))]
}

/** One class's map; by the card's own method where none is named. */
export function mapOf(
  maps: readonly HeatMap[],
  label: string,
  method: MapMethod | undefined = maps[0]?.method,
): HeatMap | undefined {
  return maps.find((map) => map.label === label && map.method === method)
}
