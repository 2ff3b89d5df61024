/** The form's own words for what went wrong. */
export function explain(form, error) {
  const { cancelled, known, unsupported, failed } = form.dataset
  const words = { NotAllowedError: cancelled, AbortError: cancelled, InvalidStateError: known, NotSupportedError: unsupported }
  return words[error.name] ?? failed
}

/** Shown in the form and read out. */
export function tell(form, words) {
  let place = form.querySelector('[data-passkey-problem]')
  if (!place) {
    place = document.createElement('p')
    place.className = 'form-problem'
    place.dataset.passkeyProblem = ''
    place.setAttribute('role', 'alert')
    form.prepend(place)
  }
  place.textContent = words
  place.hidden = !words
}
