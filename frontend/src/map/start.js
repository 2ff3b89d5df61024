import { Map as LeafletMap, Browser, control, latLngBounds } from 'leaflet'
import { drawLand } from './land.js'
import { drawPoints } from './points.js'
import { drawSeats } from './seats.js'
import { drawTowns } from './towns.js'
import { drawZones } from './zones.js'

export async function start(figure) {
  const data = JSON.parse(document.getElementById(figure.dataset.map).textContent)
  const frame = figure.querySelector('.map-frame')
  figure.classList.add('is-live')
  const map = makeMap(frame, data)

  drawZones(map, data.zones ?? [])
  const covered = drawSeats(map, data.seats ?? [], data.text)
  drawPoints(map, data.points ?? [], data.text)
  drawTowns(map, data.labels ?? [], covered)
  await drawLand(map, data.layers?.municipalities).catch(() => {
    figure.querySelector('[data-map-problem]').hidden = false
  })
}

function makeMap(frame, { bounds, text, attribution, layers, zones }) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const touch = matchMedia('(pointer: coarse)').matches
  const map = new LeafletMap(frame, {
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false, // a page that scrolls must not stop at the map; it zooms once it has the focus
    dragging: !touch,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    markerZoomAnimation: !calm,
    inertia: !calm,
    zoomSnap: Browser.mobile ? 0.5 : 0.25,
    minZoom: 7,
    maxZoom: 15,
  })
  const area = latLngBounds(bounds)
  map.fitBounds(area, { padding: [12, 12], animate: false })
  map.setMaxBounds(area.pad(0.6))
  control.zoom({ zoomInTitle: text.zoom_in, zoomOutTitle: text.zoom_out }).addTo(map)
  control.scale({ imperial: false }).addTo(map)
  control.attribution({ prefix: false }).addAttribution(attribution ?? (layers?.municipalities || zones ? text.attribution : '')).addTo(map)
  map.on('focus', () => { map.scrollWheelZoom.enable(); map.dragging.enable() })
  map.on('blur', () => { map.scrollWheelZoom.disable(); if (touch) map.dragging.disable() })
  return map
}
