import { createCalendar, Interaction, ResourceTimeline } from '@event-calendar/core'
import { draw } from './event.js'
import { locale } from './language.js'
import { askToMove } from './moving.js'
import { tidy } from './tidy.js'

const WIDE = '(min-width: 48rem)' // on a phone the list serves

export function start(section) {
  const wide = matchMedia(WIDE)
  if (wide.matches) show(section)
  else wide.addEventListener('change', () => show(section), { once: true })
}

function show(section) {
  const data = JSON.parse(document.getElementById(section.dataset.calendar).textContent)
  const frame = section.querySelector('[data-calendar-frame]')
  section.hidden = false
  tidy(frame, data.words.timeline)
  const calendar = createCalendar(frame, [ResourceTimeline, Interaction], options(data, section, () => calendar))
  return calendar
}

function options(data, section, calendar) {
  const week = data.days > 1
  return {
    view: week ? 'resourceTimelineWeek' : 'resourceTimelineDay',
    date: data.date,
    // Times come as Italian clocks show them and are drawn so wherever the reader is
    timeZone: 'UTC',
    locale: locale(),
    firstDay: new Date(`${data.date}T00:00Z`).getUTCDay(), // the week shown begins with the day chosen
    headerToolbar: { start: '', center: '', end: '' },
    height: 'auto',
    resources: data.resources,
    resourceLabelContent: ({ resource }) => ({ domNodes: label(data, resource) }),
    eventSources: [{ events: () => load(data, section) }],
    eventContent: (shown) => draw(shown, week),
    slotMinTime: data.hours[0],
    slotMaxTime: data.hours[1],
    slotDuration: week ? '02:00' : '00:30',
    snapDuration: week ? '00:30' : '00:15',
    slotWidth: week ? 76 : 38,
    slotLabelInterval: week ? '02:00' : '01:00',
    slotLabelFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
    eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
    scrollTime: '08:00',
    nowIndicator: false,
    editable: true,
    selectable: Boolean(data.book),
    select: (span) => book(data, span),
    eventDrop: (change) => moved(data, section, calendar, change),
    eventResize: (change) => moved(data, section, calendar, change),
  }
}

async function load(data, section) {
  const status = section.querySelector('[data-calendar-status]')
  try {
    const answer = await fetch(data.events, { headers: { Accept: 'application/json' } })
    if (!answer.ok) throw new Error(answer.status)
    if (status.textContent === data.words.failed) status.textContent = '' // what was moved stays said
    return (await answer.json()).events
  } catch {
    status.textContent = data.words.failed
    return []
  }
}

/** The resource's link; above the first of a laboratory, the laboratory's name. */
function label(data, resource) {
  const { url, group } = data.resources.find(({ id }) => id === resource.id) ?? {}
  const box = document.createElement('span')
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.textContent = resource.title
  if (group) box.append(Object.assign(document.createElement('span'), { className: 'lab-group', textContent: group }))
  box.append(anchor)
  return [box]
}

/** Dragged over free hours: the form, filled in. */
function book(data, { startStr, endStr, resource }) {
  const url = new URL(data.book, location.href)
  url.search = new URLSearchParams({ resource: resource.id, starts: wall(startStr), ends: wall(endStr) })
  location.assign(url)
}

function moved(data, section, calendar, { event, oldResource, newResource, revert }) {
  askToMove({
    words: data.words,
    address: data.move.replace('/0/', `/${event.extendedProps.booking}/`),
    token: section.querySelector('[name=csrfmiddlewaretoken]').value,
    title: [newResource?.title ?? named(data, event), event.title].join(' · '),
    span: { start: wall(event.start), end: wall(event.end) },
    before: oldResource?.id ?? '',
    after: newResource?.id ?? '',
    undo: revert,
    done: (words) => {
      section.querySelector('[data-calendar-status]').textContent = words
      calendar().refetchEvents()
    },
  })
}

/** The resource in whose row it stands. */
function named(data, event) {
  return data.resources.find(({ id }) => id === event.resourceIds[0])?.title ?? ''
}

/** What an Italian clock shows, without an offset. */
function wall(moment) {
  return typeof moment === 'string' ? moment.slice(0, 19) : stamp(moment)
}

// The calendar gives dates whose local parts are what it shows
const two = (number) => String(number).padStart(2, '0')
function stamp(date) {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}:00`
}
