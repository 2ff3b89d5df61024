// A booking in the timeline: its hours and its words; a link where the reader may open it, so that the keyboard reaches it too.
// In a week there is no room for the hours: the place tells them, and the hint that opens over it.
export function draw({ event, timeText }, week) {
  if (event.display === 'background') return { domNodes: [] }
  const { url, kind } = event.extendedProps
  const box = document.createElement(url ? 'a' : 'span')
  if (url) box.href = url
  box.className = 'lab-event'
  const time = document.createElement('span')
  time.className = 'lab-event-time'
  time.textContent = timeText
  const words = document.createElement('span')
  words.className = 'lab-event-words'
  words.textContent = event.title
  if (week) box.append(words)
  else box.append(time, ' ', words)
  box.title = [timeText, event.title, kind].filter(Boolean).join(' · ')
  box.draggable = false // the calendar drags the whole event, not the link
  return { domNodes: [box] }
}
