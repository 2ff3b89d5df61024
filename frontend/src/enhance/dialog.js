// <a data-dialog href="…/remove/">: the page it leads to asks something in a form; here it asks in a dialog instead.
// The form is sent as it would be from its own page. Whatever goes wrong, the link leads where it says.
let count = 0

export function openDialogs(enhance) {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-dialog]')
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    open(link, enhance).catch(() => { location.href = link.href })
  })
}

async function open(link, enhance) {
  const answer = await fetch(link.href, { headers: { Accept: 'text/html' } })
  if (!answer.ok) throw new Error(`${link.href}: ${answer.status}`)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const dialog = make(page.querySelector('main'), answer.url, link.dataset.close)
  document.body.append(dialog)
  dialog.addEventListener('close', () => { dialog.remove(); link.focus() })
  dialog.addEventListener('click', ({ target }) => target.closest('[data-dialog-close]') && dialog.close())
  enhance(dialog)
  dialog.showModal()
  dialog.querySelector('[autofocus], form :is(input:not([type=hidden]), select, textarea), [data-cancel]')?.focus()
}

function make(main, url, closeWords) {
  const form = main.querySelector('form')
  if (!form) throw new Error('nothing to ask') // a sign-in page, say, or an answer that came too late
  if (!form.getAttribute('action')) form.action = url
  const dialog = document.createElement('dialog')
  const heading = document.createElement('h2')
  heading.textContent = main.querySelector('h1').textContent
  heading.id = `dialog-title-${++count}`
  dialog.className = 'dialog'
  dialog.setAttribute('aria-labelledby', heading.id)
  for (const other of main.querySelectorAll('h1, .eyebrow, .breadcrumbs, .toasts, .local-nav, script')) other.remove()
  makeUnique(main, `dialog-${count}-`)
  for (const link of main.querySelectorAll('[data-cancel]')) {
    link.setAttribute('role', 'button')
    link.setAttribute('data-dialog-close', '')
    link.addEventListener('click', (event) => event.preventDefault())
    link.addEventListener('keydown', (event) => event.key === ' ' && (event.preventDefault(), link.click()))
  }
  const header = document.createElement('div')
  header.className = 'dialog-header'
  header.append(heading, closeButton(closeWords))
  const body = document.createElement('div')
  body.className = 'dialog-body stack'
  body.append(...(main.querySelector('.container') ?? main).childNodes)
  dialog.append(header, body)
  return dialog
}

function closeButton(words) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'close-button'
  button.dataset.dialogClose = ''
  button.setAttribute('aria-label', words)
  return button
}

/** The page may have the same ids as the one it is shown on. */
function makeUnique(root, prefix) {
  const ids = new Set([...root.querySelectorAll('[id]')].map(({ id }) => id))
  for (const element of root.querySelectorAll('[id]')) element.id = prefix + element.id
  for (const name of ['for', 'form', 'list', 'aria-labelledby', 'aria-describedby']) {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const named = element.getAttribute(name).split(' ').map((id) => (ids.has(id) ? prefix + id : id))
      element.setAttribute(name, named.join(' '))
    }
  }
  for (const link of root.querySelectorAll('a[href^="#"]')) {
    const id = link.getAttribute('href').slice(1)
    if (ids.has(id)) link.setAttribute('href', `#${prefix}${id}`)
  }
}
