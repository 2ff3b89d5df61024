// A menu made of <details> closes on Escape and on a click outside, as people expect of menus.
export function closeMenus() {
  const open = () => document.querySelectorAll('details[data-menu][open]')
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    for (const menu of open()) {
      menu.open = false
      menu.querySelector('summary').focus()
    }
  })
  document.addEventListener('click', (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false
  })
}
