// Puts a slider above a number. The number is what is asked; the slider shows and moves it.
export function addSlider(field, ask) {
  const number = field.querySelector('input')
  const range = document.createElement('input')
  range.type = 'range'
  range.min = number.min
  range.max = number.max
  range.step = number.dataset.step
  range.value = number.value
  range.setAttribute('aria-label', name(field))
  field.insertBefore(range, number)

  range.addEventListener('input', () => {
    number.value = range.value
    number.dispatchEvent(new Event('input', { bubbles: true }))
  })
  number.addEventListener('input', () => {
    range.value = number.value
    ask()
  })
  number.addEventListener('moved', () => { range.value = number.value }) // by a preset or by the band's other end
}

function name(field) {
  const band = field.closest('.band')?.querySelector('legend').textContent.trim()
  const label = field.querySelector('label').textContent.trim()
  return band ? `${band}: ${label}` : label
}
