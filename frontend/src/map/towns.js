import { divIcon, layerGroup, marker } from 'leaflet'

const LINE = 18
const LETTER = 7.5

/** Names of towns, bigger ones first; a name that would lie on another or on a seat is left out until there is room. */
export function drawTowns(map, labels, covered) {
  const group = layerGroup().addTo(map)
  map.createPane('towns').style.zIndex = 450
  const towns = [...labels].sort((a, b) => b.size - a.size)
  const draw = () => {
    group.clearLayers()
    const taken = covered().map(({ point, width, height }) => box(point, width, height))
    for (const [rank, town] of towns.entries()) {
      if (rank >= howMany(map.getZoom())) break
      if (!map.getBounds().contains([town.lat, town.lon])) continue
      const place = box(map.latLngToContainerPoint([town.lat, town.lon]), town.name.length * LETTER + 8, LINE)
      if (taken.some((other) => overlap(place, other))) continue
      taken.push(place)
      group.addLayer(nameOf(town, rank))
    }
  }
  map.on('moveend', draw)
  draw()
}

const howMany = (zoom) => Math.round(8 * 2 ** Math.max(0, zoom - 8))

function nameOf(town, rank) {
  const name = document.createElement('span')
  name.textContent = town.name
  const className = rank < 4 ? 'map-label map-label-large' : 'map-label'
  const icon = divIcon({ className, html: name, iconSize: [0, 0] })
  return marker([town.lat, town.lon], { icon, pane: 'towns', interactive: false, keyboard: false })
}

const box = ({ x, y }, width, height) => ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 })
const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
