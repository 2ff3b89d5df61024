// The calendar marks its boxes up as parts of a table that is none. The table that says the same is the list below it;
// here the parts are taken off, so that nobody is promised rows and columns that are not there.
const ROLES = ['grid', 'table', 'treegrid', 'row', 'rowgroup', 'rowheader', 'columnheader', 'cell', 'gridcell']
const COUNTS = ['aria-colindex', 'aria-colspan', 'aria-colcount', 'aria-rowindex', 'aria-rowspan', 'aria-rowcount']
const MARKED = [...ROLES.map((role) => `[role=${role}]`), ...COUNTS.map((name) => `[${name}]`)].join(',')

export function tidy(frame, name) {
  frame.setAttribute('role', 'group')
  frame.setAttribute('aria-label', name)
  const strip = () => {
    for (const element of frame.querySelectorAll(MARKED)) {
      for (const name of ['role', ...COUNTS]) element.removeAttribute(name)
    }
    for (const element of frame.querySelectorAll('.ec-main')) reach(element)
    for (const bar of frame.querySelectorAll('.ec-toolbar')) bar.remove()
  }
  new MutationObserver(strip).observe(frame, { childList: true, subtree: true, attributes: true, attributeFilter: ['role', ...COUNTS] })
}

/** What scrolls is reached by keyboard. */
function reach(element) {
  if (!element.hasAttribute('tabindex')) element.tabIndex = 0
}
