/** From, and up to, not with. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function widthOf({ left, right }: Area): number {
  return right - left
}

export function heightOf({ top, bottom }: Area): number {
  return bottom - top
}

export function isEmpty(area: Area): boolean {
  return widthOf(area) <= 0 || heightOf(area) <= 0
}

export function common(one: Area, other: Area): Area {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  }
}

/** ISO/IEC 15444-1 B-14 and B-15: the samples that are left when every 2^`times`-th is, `across` and `down` from the first. */
export function halved(area: Area, times: number, { across = 0, down = 0 } = {}): Area {
  return {
    left: Math.ceil((area.left - across) / 2 ** times),
    top: Math.ceil((area.top - down) / 2 ** times),
    right: Math.ceil((area.right - across) / 2 ** times),
    bottom: Math.ceil((area.bottom - down) / 2 ** times),
  }
}
