// [data-date]: a button beside the text opens the browser's calendar; what it gives is written as day/month/year.
export function offerCalendars(root) {
  if (!('showPicker' in HTMLInputElement.prototype)) return
  for (const box of root.querySelectorAll('[data-date]:not(.is-live)')) attach(box)
}

function attach(box) {
  const text = box.querySelector('input')
  if (text.disabled || text.readOnly) return
  box.classList.add('is-live')
  const native = document.createElement('input')
  const button = document.createElement('button')
  native.type = 'date'
  native.className = 'date-native'
  native.tabIndex = -1
  native.setAttribute('aria-hidden', 'true')
  button.type = 'button'
  button.className = 'date-button'
  button.setAttribute('aria-label', `${box.dataset.dateLabel}: ${text.labels[0]?.firstChild.textContent.trim() ?? ''}`)
  button.append(...box.querySelector('[data-date-icon]').childNodes)
  box.append(native, button)
  button.addEventListener('click', () => {
    native.value = toIso(text.value)
    native.showPicker()
  })
  native.addEventListener('change', () => {
    text.value = native.value.split('-').reverse().join('/')
    text.dispatchEvent(new Event('change', { bubbles: true }))
    text.focus()
  })
}

function toIso(text) {
  const [, day, month, year] = text.match(/^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/) ?? []
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
}
