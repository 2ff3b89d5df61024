import { circle, circleMarker } from 'leaflet'

// Demand: one faint disc a zone, its area in proportion to the weight unless the study gives a radius in metres.
export function drawZones(map, zones) {
  map.createPane('zones').style.zIndex = 300
  const heaviest = Math.max(...zones.map((zone) => zone.weight ?? 0), 1e-9)
  for (const { lat, lon, weight, radius } of zones) {
    const look = { pane: 'zones', className: 'map-zone', interactive: false }
    const disc = radius
      ? circle([lat, lon], { ...look, radius })
      : circleMarker([lat, lon], { ...look, radius: 2 + 26 * Math.sqrt((weight ?? 0) / heaviest) })
    disc.addTo(map)
  }
}
