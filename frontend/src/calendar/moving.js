import { locale } from './language.js'

// Nothing moves by accident: a dialog says from when to when, and asks. The server's domain has the last word; what it
// refuses goes back to where it was, and the dialog says why and offers the nearest time.
export function askToMove(change) {
  const dialog = makeDialog(change)
  let settled = false
  const finish = (words) => {
    settled = true
    dialog.close()
    if (words) change.done(words)
  }
  dialog.addEventListener('close', () => {
    if (!settled) change.undo()
    dialog.remove()
  })
  ask(dialog, change, finish)
  document.body.append(dialog)
  dialog.showModal()
  dialog.querySelector('[data-move]').focus()
}

function ask(dialog, change, finish) {
  const { words, span } = change
  const facts = document.createElement('dl')
  facts.className = 'facts'
  facts.append(...pair(words.from, said(span.start)), ...pair(words.to, said(span.end)))
  const move = button(words.move, 'button', () => send(dialog, change, span, move, finish))
  move.dataset.move = ''
  fill(dialog, [paragraph(change.title, 'strong'), facts], [move, button(words.keep, 'button button-secondary', () => dialog.close())])
}

async function send(dialog, change, span, pressed, finish) {
  const { words } = change
  pressed.disabled = true
  const body = new URLSearchParams({ ...span, before: change.before, after: change.after, csrfmiddlewaretoken: change.token })
  let answer
  try {
    const response = await fetch(change.address, { method: 'POST', body, headers: { Accept: 'application/json' } })
    answer = await response.json()
  } catch {
    answer = { moved: false, problems: [words.failed] }
  }
  if (answer.moved) return finish(`${words.moved} ${answer.when}`)
  change.undo()
  refuse(dialog, change, answer, finish)
}

function refuse(dialog, change, { problems, alternative }, finish) {
  const { words } = change
  dialog.querySelector('h2').textContent = words.refused
  const list = document.createElement('ul')
  list.className = 'problems'
  list.append(...problems.map((text) => Object.assign(document.createElement('li'), { textContent: text })))
  const content = [list, paragraph(words.unchanged, 'soft')]
  const buttons = [button(words.keep, 'button button-secondary', () => finish(''))]
  if (alternative) {
    content.push(paragraph(words.nearest))
    const take = button(alternative.text, 'button', () =>
      send(dialog, { ...change, undo: () => {} }, { start: alternative.start, end: alternative.end }, take, finish))
    buttons.unshift(take)
  }
  fill(dialog, content, buttons)
  buttons[0].focus()
}

let count = 0
function makeDialog({ words }) {
  const dialog = document.createElement('dialog')
  const heading = Object.assign(document.createElement('h2'), { id: `move-${++count}`, textContent: words.ask })
  const header = document.createElement('div')
  const body = document.createElement('div')
  const close = button('', 'close-button', () => dialog.close())
  close.setAttribute('aria-label', words.close)
  dialog.className = 'dialog'
  dialog.setAttribute('aria-labelledby', heading.id)
  header.className = 'dialog-header'
  header.append(heading, close)
  body.className = 'dialog-body stack'
  dialog.append(header, body)
  return dialog
}

function fill(dialog, content, buttons) {
  const actions = document.createElement('p')
  actions.className = 'form-actions'
  actions.append(...buttons)
  dialog.querySelector('.dialog-body').replaceChildren(...content, actions)
}

function pair(term, text) {
  const dt = Object.assign(document.createElement('dt'), { textContent: term })
  const dd = Object.assign(document.createElement('dd'), { textContent: text })
  return [dt, dd]
}

function paragraph(text, className = '') {
  return Object.assign(document.createElement('p'), { textContent: text, className })
}

function button(text, className, act) {
  const made = Object.assign(document.createElement('button'), { type: 'button', className, textContent: text })
  made.addEventListener('click', act)
  return made
}

function said(moment) {
  const format = new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' })
  return format.format(new Date(`${moment}Z`))
}
