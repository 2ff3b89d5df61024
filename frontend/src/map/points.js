import { divIcon, marker } from 'leaflet'
import { leadIntoPopups, words } from './popup.js'

const SIZE = 20

/** Places as discs whose look tells their kind; Tab reaches each, Enter opens what is known of it. */
export function drawPoints(map, points, text) {
  if (points.length) leadIntoPopups(map, text)
  for (const point of points) drawPoint(map, point, text)
}

function drawPoint(map, point, text) {
  const icon = divIcon({ className: `map-point map-point-${point.kind}`, iconSize: [SIZE, SIZE] })
  const disc = marker([point.lat, point.lon], { icon, riseOnHover: true })
  disc.bindPopup(() => popupOf(point, text), { minWidth: 160, maxWidth: 260 })
  disc.bindTooltip(words('span', '', point.label), { direction: 'top', offset: [0, -SIZE / 2] })
  disc.addTo(map)
  disc.getElement().setAttribute('aria-label', [point.label, point.kind_label].filter(Boolean).join(', '))
}

function popupOf(point, text) {
  const box = document.createElement('div')
  box.className = 'stack-s'
  box.append(words('p', 'map-popup-name', point.label))
  if (point.kind_label) box.append(words('p', 'soft', point.kind_label))
  if (point.note) box.append(words('p', '', point.note))
  if (point.url) {
    const link = words('a', '', text.open_point)
    link.href = point.url
    link.setAttribute('aria-label', `${text.open_point}: ${point.label}`)
    box.append(link)
  }
  return box
}
