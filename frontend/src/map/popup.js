export function popupOf(seat, text) {
  const box = document.createElement('div')
  box.className = 'stack-s'
  box.append(words('p', 'map-popup-name', seat.name))
  const share = probability(seat, text)
  if (share) box.append(words('p', '', share))
  if (seat.recommended) box.append(words('p', 'soft', text.recommended))
  if (seat.url) {
    const link = words('a', '', text.open)
    link.href = seat.url
    box.append(link)
  }
  return box
}

/** The page's own words where it gave some, else the share in the page's language. */
export function probability(seat, text) {
  if (seat.label) return seat.label
  if (typeof seat.probability !== 'number') return ''
  const share = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' }).format(seat.probability)
  return text.probability.replace('{share}', share)
}

export function words(tag, className, content) {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = content
  return element
}

/** By keyboard too: opening leads into a popup, Escape out of it to where one was. */
export function leadIntoPopups(map, text) {
  map.on('popupopen', ({ popup }) => {
    const box = popup.getElement()
    box.querySelector('.leaflet-popup-close-button').setAttribute('aria-label', text.close)
    box.querySelector('.leaflet-popup-content a')?.focus({ preventScroll: true })
  })
  map.on('popupclose', ({ popup }) => {
    if (popup.getElement()?.contains(document.activeElement)) popup._source?.getElement()?.focus({ preventScroll: true })
  })
  map.getContainer().addEventListener('keydown', (event) => event.key === 'Escape' && map.closePopup())
}
