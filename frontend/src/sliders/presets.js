// Choosing an institution shows its points; moving a point makes the weights one's own.
const OWN = 'own'

export function followPresets(form, ask) {
  const whose = form.querySelector('[data-presets]')
  const weights = form.querySelector('[data-weights]')
  const numbers = [...weights.querySelectorAll('input[type=number]')]

  whose.addEventListener('change', () => {
    if (whose.value === OWN) weights.open = true
    else show(whose.selectedOptions[0].dataset.points.split(' '))
    ask()
  })
  for (const number of numbers) number.addEventListener('input', () => { whose.value = OWN }, { capture: true })

  function show(points) {
    for (const [i, number] of numbers.entries()) {
      number.value = points[i]
      number.dispatchEvent(new Event('moved'))
    }
  }
}
