// <cairn-notice>: shows the answer of POST /api/v1/moments, which the platform's own server fetched. It fetches nothing, keeps nothing and sees no token.
// How to use it: docs/embedding.md. Built into src/Cairn.Foundation/Web/Assets/notice.js by eng/refresh-assets, which puts the stylesheet in the place of STYLES.
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLES);

// The few words that are the component's own; everything else comes with the answer. Drafts, but for the first. The attribute "words" says them otherwise.
const keys = ['close', 'stop', 'continue', 'name', 'open'];
const spoken = {
  en: 'Close|Stop here|Continue|No name needed.|Open now',
  gd: 'Dùin|Stad an seo|Lean ort|Chan fheumar ainm.|Fosgailte an-dràsta',
  pl: 'Zamknij|Zatrzymaj się|Kontynuuj|Bez podawania nazwiska.|Czynne teraz',
  ur: 'بند کریں|یہیں رک جائیں|جاری رکھیں|نام بتانا ضروری نہیں۔|اس وقت کھلی ہے',
  cy: 'Cau|Stopio yma|Parhau|Dim angen enw.|Ar agor nawr',
};

const set = Object.assign;
// Can be read at any hour.
const written = way => /^(report|guide)$/.test(way.kind);
const pushed = () => history.state?.cairnNotice;

// An attribute that is not JSON counts as absent.
const read = text => {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
};

const make = (name, className, ...inside) => {
  const element = document.createElement(name);
  element.className = className;
  element.append(...inside);
  return element;
};

// A telephone number reads from left to right in every script.
const say = text => String(text ?? '').split(/(\+?\d[\d ]*\d)/).map((part, at) => {
  if (at % 2 === 0) return part;
  return set(make('bdi', '', part), { dir: 'ltr' });
});

// Addresses that lead to help: https, a telephone, and this machine while somebody tries things out.
const allowed = href => {
  try {
    const { protocol, hostname } = new URL(href);
    return protocol === 'https:' || protocol === 'tel:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname));
  } catch {
    return false;
  }
};

class CairnNotice extends HTMLElement {
  static observedAttributes = ['answer'];

  _root = this.attachShadow({ mode: 'open' });
  _answer = null;
  _box = null;
  _before = null;

  constructor() {
    super();
    this._root.adoptedStyleSheets = [sheet];
    this._empty();
  }

  get answer() {
    return this._answer;
  }

  // Null, or one that says "show": false, takes a notice away and tells no outcome.
  set answer(answer) {
    this._leave();
    this._answer = answer;
    this.hidden = false;
    if (this.isConnected) this._show();
  }

  attributeChangedCallback(name, old, text) {
    this.answer = read(text);
  }

  connectedCallback() {
    // Set before this file was there.
    if (Object.hasOwn(this, 'answer')) {
      const { answer } = this;
      delete this.answer;
      this.answer = answer;
    } else if (!this._box) this._show();
  }

  disconnectedCallback() {
    this._leave();
  }

  // What the page's server wrote inside stays to be seen until there is something better to show.
  _empty() {
    this._root.replaceChildren(document.createElement('slot'));
  }

  _show() {
    const { action, message, ways = [], look = 1 } = this._answer ?? {};
    if (!message) return this._empty();

    const mode = this.getAttribute('mode');
    const blocking = mode ? mode === 'dialog' : action === 'block';
    const language = message.language.split('-')[0];
    const own = read(this.getAttribute('words'));
    const words = Object.fromEntries(keys.map((key, at) => [key, own[key] ?? (spoken[language] ?? spoken.en).split('|')[at]]));

    const box = set(make(blocking ? 'dialog' : 'section', 'n l' + (((look - 1) % 4) + 1)), {
      lang: message.language,
      dir: /^(ar|fa|he|ps|sd|ug|ur)$/.test(language) ? 'rtl' : 'ltr',
      part: 'notice',
    });
    box.setAttribute('aria-labelledby', 'h');
    // A section with a name is a region by itself.
    if (blocking) box.setAttribute('role', 'alertdialog');
    const heading = set(make('h2', '', ...say(message.heading)), { id: 'h', tabIndex: -1, part: 'heading' });

    const doors = ways.filter(way => allowed(way.href));
    const body = message.body.map(text => make('p', '', ...say(text)));
    const rest = doors.slice(1);
    const young = doors[0]?.for !== 'young' && rest.find(way => way.for === 'young');
    const urgent = rest.filter(way => /^(cri|eme)/.test(way.for));
    // The last paragraph for a reader who may be under 18 stands with the door that is for them.
    const under = young && body.length > 1 ? body.splice(-1) : [];

    const others = rest.filter(way => way !== young && !urgent.includes(way));
    const list = (className, ways) => ways.length ? [make('ul', className, ...ways.map(way => make('li', '', this._way(way, 'way'), ...notes(way))))] : [];
    const notes = way => [way.open && !written(way) && way.for !== 'emergency' && words.open, way.note].filter(Boolean).map(text => make('small', '', ...say(text)));
    const button = (label, outcome) => set(make('button', '', label), { type: 'button', part: 'button', onclick: () => this._end(outcome) });
    box.append(heading, make('div', '',
      ...body,
      ...doors.slice(0, 1).map(way => make('p', 'go', this._way(way, 'action'), make('small', '', words.name), ...notes(way))),
      ...list('', others),
      ...(young ? [make('div', 'y', ...under, ...list('', [young]))] : []),
      ...list('u', urgent),
      make('small', '', message.demonstration ?? ''),
      ...(blocking ? [button(words.stop, 'stopped')] : []),
      blocking && action === 'warn' ? button(words.continue, 'continued') : button(words.close)));

    this._box = box;
    this._root.replaceChildren(box);
    this._before = document.activeElement;
    if (!blocking) {
      box.onkeydown = event => event.key === 'Escape' && this._end();
      return;
    }

    // Escape; a browser may also close it without asking first.
    box.oncancel = box.onclose = () => this._end();
    box.showModal();
    heading.focus();
    // Back closes the notice and stays on the page.
    if (!pushed()) history.pushState({ ...history.state, cairnNotice: 1 }, '');
    addEventListener('popstate', this._back);
  }

  _back = () => {
    if (!pushed()) this._end();
  };

  _way(way, part) {
    return set(make('a', '', ...say(way.label)), { href: way.href, rel: 'noreferrer', part, onclick: () => this._tell(written(way) ? way.kind : 'help') });
  }

  // Takes the notice off the page, and says whether the history still holds its entry.
  _leave() {
    const box = this._box;
    if (!box) return false;
    this._box = null;
    removeEventListener('popstate', this._back);
    const inside = this._root.activeElement;
    if (box.open) box.close();
    this._root.replaceChildren();
    if (inside) this._before?.focus();
    return box.localName === 'dialog' && pushed();
  }

  _end(outcome = 'dismissed') {
    if (!this._box) return;
    const entry = this._leave();
    this.hidden = true;
    if (!entry) return this._tell(outcome);
    // First the way back is as it was; then the page hears of it, and may go elsewhere.
    addEventListener('popstate', () => this._tell(outcome), { once: true });
    history.back();
  }

  _tell(outcome) {
    this.dispatchEvent(new CustomEvent('cairn-outcome', { bubbles: true, composed: true, detail: { outcome } }));
  }
}

if (!customElements.get('cairn-notice')) customElements.define('cairn-notice', CairnNotice);
