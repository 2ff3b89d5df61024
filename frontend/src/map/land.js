import { geoJSON } from 'leaflet'

// The basemap is the municipalities themselves: no tiles, no third party.
export async function drawLand(map, url) {
  if (!url) return
  map.createPane('land').style.zIndex = 200
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  const style = { className: 'map-land' }
  geoJSON(await answer.json(), { pane: 'land', interactive: false, style }).addTo(map)
}
