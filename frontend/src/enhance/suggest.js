// input[data-suggest="address"]: a combobox over what the address answers to ?q= in JSON. Without it the form serves.
// A result with a url is a place to go to; in a [data-pick] it is a value to keep beside the text.
const PAUSE = 150
const ENOUGH = 2
let count = 0

export function suggest(root) {
  for (const input of root.querySelectorAll('input[data-suggest]:not([role=combobox])')) attach(input)
}

/** The key "/" leads to the search that is on the page, as on many sites. */
export function offerSearchKey() {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const input = [...document.querySelectorAll('input[data-suggest-key="/"]')].find((each) => each.checkVisibility())
    if (!input) return
    event.preventDefault()
    input.focus()
    input.select()
  })
}

const isTyping = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)

function attach(input) {
  const box = { input, list: makeList(input), status: null, results: [], active: -1, asked: null, timer: 0 }
  input.removeAttribute('list')
  const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': box.list.id }
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)
  // A place for words that are read out must be there before the words, but not before anyone may need it
  input.addEventListener('focus', () => { box.status ??= makeStatus(input) })
  input.addEventListener('input', () => { forget(input); plan(box) })
  input.addEventListener('keydown', (event) => press(box, event))
  input.addEventListener('blur', () => close(box))
  box.list.addEventListener('mousedown', (event) => event.preventDefault()) // the focus stays in the field
  box.list.addEventListener('click', ({ target }) => {
    const option = target.closest('[role=option]')
    if (option) choose(box, [...box.list.children].indexOf(option))
  })
}

function makeList(input) {
  const list = document.createElement('ul')
  list.id = `suggestions-${++count}`
  list.className = 'suggestions'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', input.labels[0]?.textContent.trim() ?? '')
  input.after(list)
  return list
}

function makeStatus(input) {
  const status = document.createElement('p')
  status.className = 'visually-hidden'
  status.setAttribute('role', 'status')
  input.parentNode.append(status)
  return status
}

function plan(box) {
  clearTimeout(box.timer)
  box.asked?.abort()
  if (box.input.value.trim().length < ENOUGH) return close(box)
  box.timer = setTimeout(() => ask(box), PAUSE)
}

async function ask(box) {
  box.asked = new AbortController()
  const url = new URL(box.input.dataset.suggest, location.href)
  url.searchParams.set('q', box.input.value.trim())
  try {
    const answer = await fetch(url, { headers: { Accept: 'application/json' }, signal: box.asked.signal })
    if (!answer.ok) return close(box)
    const { results } = await answer.json()
    if (document.activeElement === box.input) show(box, results)
  } catch (error) {
    if (error.name !== 'AbortError') close(box) // suggestions are a convenience: the form still searches
  }
}

function show(box, results) {
  Object.assign(box, { results, active: -1 })
  box.list.replaceChildren(...results.map((result, index) => draw(box, result, index)))
  box.list.hidden = !results.length
  box.input.setAttribute('aria-expanded', String(results.length > 0))
  box.input.removeAttribute('aria-activedescendant')
  const { suggestNone, suggestCount } = box.input.dataset
  box.status.textContent = results.length ? `${suggestCount} ${results.length}` : suggestNone
}

function draw(box, { label, kind, note }, index) {
  const option = document.createElement('li')
  option.id = `${box.list.id}-${index}`
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  for (const [className, words] of [['suggestion-label', label], ['suggestion-note', note], ['suggestion-kind', kind]]) {
    if (!words) continue
    const part = document.createElement('span')
    part.className = className
    part.textContent = words
    option.append(part, ' ')
  }
  return option
}

function close(box) {
  clearTimeout(box.timer)
  box.asked?.abort()
  Object.assign(box, { results: [], active: -1 })
  box.list.hidden = true
  box.list.replaceChildren()
  if (box.status) box.status.textContent = ''
  box.input.setAttribute('aria-expanded', 'false')
  box.input.removeAttribute('aria-activedescendant')
}

function press(box, event) {
  const last = box.results.length - 1
  if (last < 0) {
    if (event.key === 'ArrowDown') plan(box)
    return
  }
  if (event.key === 'ArrowDown') move(box, box.active === last ? -1 : box.active + 1)
  else if (event.key === 'ArrowUp') move(box, box.active === -1 ? last : box.active - 1)
  else if (event.key === 'Escape') close(box)
  else if (event.key === 'Enter' && box.active >= 0) choose(box, box.active)
  else return
  event.preventDefault()
}

function move(box, to) {
  box.list.children[box.active]?.setAttribute('aria-selected', 'false')
  box.active = to
  const option = box.list.children[to]
  if (!option) return box.input.removeAttribute('aria-activedescendant')
  option.setAttribute('aria-selected', 'true')
  option.scrollIntoView({ block: 'nearest' })
  box.input.setAttribute('aria-activedescendant', option.id)
}

function choose(box, index) {
  const { url, label, value } = box.results[index]
  const kept = keptBy(box.input)
  close(box)
  if (!kept) return location.assign(url)
  box.input.value = label
  kept.value = value
  box.input.dispatchEvent(new Event('change', { bubbles: true }))
}

const keptBy = (input) => input.closest('[data-pick]')?.querySelector('[data-pick-value]')

/** Other words mean another thing: what was picked before no longer holds. */
function forget(input) {
  const kept = keptBy(input)
  if (kept) kept.value = ''
}
