// Asks the server once the hand rests, and shows the answer that belongs to the last question.
const REST = 180 // milliseconds

export class Asking {
  constructor(form) {
    this.form = form
    this.answer = form.querySelector('[data-answer]')
  }

  soon(query) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(query), REST)
  }

  async ask(query) {
    this.running?.abort()
    const running = this.running = new AbortController()
    const address = query ? `?${query}` : location.pathname
    this.answer.setAttribute('aria-busy', 'true')
    try {
      const found = await fetch(address, { headers: { 'X-Fragment': 'answer' }, signal: running.signal })
      if (!found.ok) throw new Error(found.statusText)
      const text = await found.text()
      if (running.signal.aborted) return
      this.answer.innerHTML = text
      this.brief()
      history.replaceState(null, '', address)
      lead(query)
    } catch (error) {
      if (error.name !== 'AbortError') this.tell()
    } finally {
      if (running === this.running) this.answer.removeAttribute('aria-busy')
    }
  }

  // On a phone the answer is out of sight while a slider is moved: what comes first stays at the foot of the page.
  brief() {
    const line = this.form.querySelector('[data-brief]')
    line.textContent = this.answer.querySelector('.explore-first').textContent
    const share = this.answer.querySelector('.likely .emphasis .number')
    if (share) line.textContent += ` · ${share.textContent}`
    line.hidden = false
  }

  tell() {
    const told = document.createElement('p')
    told.className = 'form-problem'
    told.setAttribute('role', 'alert')
    told.textContent = this.form.dataset.wrong
    this.answer.querySelector('.form-problem')?.remove()
    this.answer.prepend(told)
  }
}

// The same question in the other language.
function lead(query) {
  for (const link of document.querySelectorAll('a[hreflang]')) link.search = query
}
