import { divIcon, layerGroup, marker, polyline } from 'leaflet'
import { keepApart } from './apart.js'
import { leadIntoPopups, popupOf, probability, words } from './popup.js'

const SIZE = 32

/** Draws the seats as numbered discs; returns a function that tells what they cover, for town names to keep clear. */
export function drawSeats(map, seats, text) {
  if (seats.length) leadIntoPopups(map, text)
  // Tabbing follows the ranking; the best seat keeps its place when others must give way.
  const discs = [...seats].sort((a, b) => Boolean(b.recommended) - Boolean(a.recommended) || a.rank - b.rank).map((seat) => drawSeat(map, seat, text))
  const leaders = layerGroup().addTo(map)
  const arrange = () => spread(map, discs, leaders)
  map.on('zoomend', arrange)
  arrange()
  return () => discs.flatMap(({ disc }) => covered(map, disc))
}

function drawSeat(map, seat, text) {
  const size = seat.recommended ? SIZE + 6 : SIZE
  const kind = seat.recommended ? ' map-seat-recommended' : seat.status === 'excluded' ? ' map-seat-excluded' : ''
  const number = words('span', '', seat.rank ?? '·')
  const icon = divIcon({ className: `map-seat${kind}`, html: number, iconSize: [size, size] })
  const zIndexOffset = seat.recommended ? 1000 : -(seat.rank ?? 0)
  const disc = marker([seat.lat, seat.lon], { icon, zIndexOffset, riseOnHover: true })
  disc.bindPopup(() => popupOf(seat, text), { minWidth: 180, maxWidth: 260 })
  disc.addTo(map)
  disc.getElement().setAttribute('aria-label', describe(seat, text))
  if (seat.recommended) {
    disc.bindTooltip(words('span', '', seat.name), { permanent: true, direction: 'right', offset: [size / 2 + 2, 0] })
  }
  return { disc, home: disc.getLatLng() }
}

const describe = (seat, text) => [
  seat.rank ?? '·', seat.name, seat.recommended && text.recommended, probability(seat, text),
].filter(Boolean).join(', ')

const labelWidth = (disc) => disc.getTooltip()?.getElement()?.offsetWidth ?? 0

/** Points along the name beside the recommended seat. */
function alongLabel(first, point) {
  const width = first ? labelWidth(first.disc) : 0
  const marks = width ? Math.ceil(width / SIZE) : 0
  return Array.from({ length: marks }, (_, index) => point.add([SIZE / 2 + ((index + 0.5) * width) / marks, 0]))
}

/** The disc, and the name beside it, as boxes around a centre. */
function covered(map, disc) {
  const point = map.latLngToContainerPoint(disc.getLatLng())
  const width = labelWidth(disc)
  const name = { point: point.add([SIZE / 2 + width / 2 + 4, 0]), width: width + 8, height: 30 }
  return [{ point, width: SIZE + 10, height: SIZE + 10 }, ...(width ? [name] : [])]
}

/** Discs that would cover each other step aside, with a line back to where they belong. */
function spread(map, discs, leaders) {
  leaders.clearLayers()
  const points = discs.map(({ home }) => map.latLngToLayerPoint(home))
  keepApart(points, SIZE + 10, alongLabel(discs[0], points[0])).forEach((point, index) => {
    const { disc, home } = discs[index]
    const moved = point !== points[index]
    const place = moved ? map.layerPointToLatLng(point) : home
    disc.setLatLng(place)
    if (moved) leaders.addLayer(polyline([home, place], { className: 'map-leader', interactive: false }))
  })
}
