const TURN = 2 * Math.PI

/** Points moved so that none is nearer than `distance` to an earlier one, nor to a reserved one (the first point's own
 *  label, which it may touch); points already free stay the same objects. */
export function keepApart(points, distance, reserved) {
  const placed = []
  for (const [index, point] of points.entries()) {
    placed.push(nearestFree(point, index ? [...placed, ...reserved] : placed, distance))
  }
  return placed
}

function nearestFree(point, placed, distance) {
  const free = (candidate) => placed.every((other) => candidate.distanceTo(other) >= distance)
  if (free(point)) return point
  for (let radius = distance / 2; radius < 12 * distance; radius += distance / 6) {
    for (let step = 0; step < 24; step += 1) {
      const angle = (TURN * step) / 24 - TURN / 4
      const candidate = point.add([radius * Math.cos(angle), radius * Math.sin(angle)])
      if (free(candidate)) return candidate
    }
  }
  return point
}
