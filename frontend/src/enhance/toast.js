// What just happened: beside the page, to be dismissed; good news goes by itself unless someone is reading it.
const READING_TIME = 8000

export function raiseToasts(root) {
  for (const box of root.querySelectorAll('[data-toasts]:not(.is-live)')) {
    box.classList.add('is-live')
    for (const toast of box.querySelectorAll('.toast')) raise(toast, box.dataset.dismiss)
  }
}

function raise(toast, dismissWords) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'close-button'
  button.setAttribute('aria-label', dismissWords)
  button.addEventListener('click', () => dismiss(toast))
  toast.append(button)
  // Words already there when the page opens are not read out; words that come are
  const words = toast.querySelector('p')
  const said = [...words.childNodes]
  words.replaceChildren()
  setTimeout(() => words.append(...said), 100)
  if (!('stays' in toast.dataset)) setTimeout(() => goWhenRead(toast), READING_TIME)
}

function goWhenRead(toast) {
  if (toast.matches(':hover, :focus-within')) setTimeout(() => goWhenRead(toast), 1000)
  else toast.remove()
}

function dismiss(toast) {
  const next = toast.nextElementSibling ?? toast.previousElementSibling
  toast.remove()
  const place = next?.querySelector('button') ?? document.querySelector('main')
  place.focus({ preventScroll: true })
}
