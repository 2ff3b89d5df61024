// What is asked, as the query of an address that can be shared: only what differs from the run's own.
const OWN = 'own'

export function question(form) {
  const asked = new URLSearchParams()
  const whose = form.elements.of.value
  if (whose) asked.set('of', whose)
  for (const number of form.querySelectorAll('input[type=number]')) {
    const weight = number.name.startsWith('w-')
    if (number.value === '' || (weight ? whose !== OWN : number.value === number.dataset.free)) continue
    asked.set(number.name, number.value)
  }
  return asked.toString()
}
