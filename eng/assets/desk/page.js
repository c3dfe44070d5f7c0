// Draws. Text only ever becomes text: nothing that somebody wrote is read as markup or made a link.
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...only(children));
  return made;
}

// What is not there is left out.
const only = children => children.flat().filter(child => child !== null && child !== undefined && child !== false);

export const fill = (room, ...children) => room.replaceChildren(...only(children));

export const button = (label, onclick, attributes = {}) => el('button', { type: 'button', class: 'console-button', onclick, ...attributes }, label);

export function field(id, label, input, hint = null) {
  input.id = id;
  if (hint) input.setAttribute('aria-describedby', id + '-hint');
  return el('p', { class: 'console-field' }, el('label', { for: id }, label), hint && el('span', { class: 'console-hint', id: id + '-hint' }, hint), input);
}

export const choice = (id, options, chosen = '') => el('select', { id, class: 'console-input' }, options.map(([value, label]) => el('option', { value, selected: value === chosen }, label)));

// Saves a file that was made here. The address is one that this page made of it, never anything that somebody wrote.
export function download(name, content) {
  const made = URL.createObjectURL(new Blob([content], { type: 'application/zip' }));
  const link = el('a', { download: name });
  link.href = made;
  link.click();
  setTimeout(() => URL.revokeObjectURL(made), 60000);
}

const names = new Intl.DisplayNames('en', { type: 'language' });

export function languageName(code) {
  try {
    return code ? names.of(code) : 'language not said';
  } catch {
    return code;
  }
}

export const dayName = day => new Date(day * 86400000).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export const worries = { myself: 'about themselves', someone: 'about somebody else', child: 'about a child', happened: 'about something that happened', young: 'a young person tells', parent: 'a parent or carer tells', professional: 'somebody tells who works with children', other: 'somebody else tells', '': 'did not say about whom' };

export function age(hour, now) {
  const hours = now - hour;
  return hours < 1 ? 'this hour' : hours < 24 ? `${hours} h ago` : `${Math.floor(hours / 24)} d ago`;
}
