// A menu made of <details> closes on Escape, on a click outside and when the focus leaves it, as people expect of menus.
const open = () => [...document.querySelectorAll('details[data-menu][open]')]

export function closeMenus() {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    const menu = open().findLast((each) => each.contains(document.activeElement)) ?? open().at(-1)
    if (!menu) return
    menu.open = false
    menu.querySelector('summary').focus()
  })
  document.addEventListener('click', ({ target }) => closeAround(target))
  document.addEventListener('focusin', ({ target }) => closeAround(target))
}

function closeAround(target) {
  for (const menu of open()) if (!menu.contains(target)) menu.open = false
}
