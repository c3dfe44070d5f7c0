// The helpline's desk and the concerns desk. Keys are made and opened here, in the adviser's browser; the server only ever holds what is sealed.
import * as seal from './sealing.js';
import * as keys from './keys.js';
import { wire, asText, bytes, Refused } from './wire.js';
import { el, fill, button, field, choice, languageName, dayName, worries, age } from './page.js';
import { checklist, isChecklist } from './checklist.js';
import { handingToOthers } from './handover.js';

const desk = document.getElementById('desk');
const me = desk.dataset.me;
const supervisor = desk.dataset.supervisor === 'yes';
const server = wire(desk.dataset.path, desk.dataset.token);
const idleMinutes = 15, beatSeconds = 30, marksName = 'cairn-desk-marks';

let opening;            // what the server told
let own = null;         // this adviser's keys while unlocked
let deskKeys = new Map();
let queue = { conversations: [], hour: 0 };
let inHand = null;      // { item, thread, key, records, note }
let drafts = new Map(); // what was begun, by conversation; sealed to the adviser's own key while the desk is locked
let paused = false;
let polling = null;
let lastTouched = Date.now();

document.getElementById('desk-blocked').remove();
desk.hidden = false;
addEventListener('pagehide', lock);
for (const touch of ['keydown', 'pointerdown']) addEventListener(touch, () => { lastTouched = Date.now(); });
setInterval(beat, beatSeconds * 1000);
start();

async function start(problem = null) {
  try {
    opening = readOpening(await server.get('opening'));
  } catch (error) {
    return show(el('p', { class: 'console-error', role: 'alert' }, error.message), button('Try again', () => start()));
  }
  if (!opening.me.keys) return show(newKeys(problem));
  if (!own) return show(unlock(problem));
  for (const [name, draft] of drafts) if (typeof draft !== 'string') drafts.set(name, seal.textOf(seal.openBox(own.box, draft, seal.bytesOf(name)) ?? new Uint8Array()));
  deskKeys = opening.desk ? keys.openDesk(own, me, opening.desk.number, opening.me.boxes) : new Map();
  if (!opening.desk) return show(noDesk());
  if (!deskKeys.has(latest())) return show(notMember());
  // What people write is sealed to the key in the database: it must be the one that was sealed to this adviser.
  if (!seal.same(latestKey().public, opening.desk.keys.find(key => key.generation === latest()).public))
    return show(el('p', { class: 'console-error', role: 'alert' }, 'The desk’s key in the database is not the one that was sealed to you: somebody may have changed it. Do not go on. Tell whoever runs this server.'));
  work();
}

const latestKey = () => deskKeys.get(latest());

function readOpening(told) {
  const person = m => ({ ...m, public: bytes(m.public), verify: bytes(m.verify) });
  if (told.me.keys) for (const name of ['public', 'verify', 'salt', 'wrapped']) told.me.keys[name] = bytes(told.me.keys[name]);
  for (const box of told.me.boxes) box.box = bytes(box.box);
  if (told.desk) {
    told.desk.recovery = bytes(told.desk.recovery);
    for (const key of told.desk.keys) key.public = bytes(key.public);
  }
  return { ...told, members: told.members.map(person), joining: told.joining.map(person), signers: told.signers.map(person) };
}

const latest = () => Math.max(...opening.desk.keys.map(key => key.generation));

function show(...content) {
  fill(desk, ...content);
  desk.querySelector('[data-first]')?.focus();
}

// Forgets every key and word.
function lock() {
  polling?.abort();
  polling = null;
  if (own) for (const [name, draft] of drafts) if (typeof draft === 'string') drafts.set(name, seal.sealBox(own.box.public, seal.bytesOf(draft), seal.bytesOf(name)));
  own?.box.secret.fill(0);
  own?.sign.secret.fill(0);
  for (const key of deskKeys.values()) key.secret.fill(0);
  inHand?.key?.fill(0);
  [own, deskKeys, inHand, paused] = [null, new Map(), null, false];
  queue = { conversations: [], hour: 0 };
  desk.replaceChildren();
}

// --- Keys ---

function newKeys(problem) {
  const first = el('input', { type: 'password', class: 'console-input', autocomplete: 'new-password', maxlength: 200, 'data-first': true });
  const second = el('input', { type: 'password', class: 'console-input', autocomplete: 'new-password', maxlength: 200 });
  const said = alert(problem);
  const idea = el('output', { class: 'desk-idea' });
  const make = button('Make my keys', async event => {
    const fault = keys.passphraseFault(first.value, opening.me.called) ?? (first.value === second.value ? null : 'The two are not the same.');
    if (fault) return tell(said, fault, first);
    await busy(event.target, 'Making …', said, async () => {
      const made = await keys.makeKeys(first.value, me);
      await server.post('keys', { keys: made.sent });
      own = made.own;
      await start();
    });
  });
  return el('section', { class: 'console-card desk-narrow' },
    el('h2', {}, 'Make your keys'),
    el('p', {}, 'What people write to the desk is sealed to keys that only the desk’s members hold. Yours are made here, in this browser, and kept under a passphrase that never leaves it.'),
    el('p', {}, el('strong', {}, 'Nobody can reset it.'), ' If you lose it you make new keys, and a member of the desk adds you again.'),
    said,
    el('form', { onsubmit: event => { event.preventDefault(); make.click(); } }, account(),
      field('desk-passphrase', 'Passphrase', first, 'At least 16 letters. Keep it in a password manager or in your head, not on this machine.'),
      field('desk-again', 'The same again', second)),
    el('p', {}, el('button', { type: 'button', class: 'link-button', onclick: () => { idea.textContent = keys.suggestion(); } }, 'Suggest one'), ' ', idea),
    make);
}

function unlock(problem) {
  const passphrase = el('input', { type: 'password', class: 'console-input', autocomplete: 'current-password', maxlength: 200, 'data-first': true });
  const said = alert(problem);
  const open = button('Open the desk', event => busy(event.target, 'Opening …', said, async () => {
    own = await keys.openKeys(passphrase.value, me, opening.me.keys);
    passphrase.value = '';
    if (!own) return tell(said, 'That is not the passphrase. Nobody counts how often you try.', passphrase);
    await start();
  }));
  return el('section', { class: 'console-card desk-narrow' },
    el('h2', {}, 'Open the desk'),
    el('form', { onsubmit: event => { event.preventDefault(); open.click(); } }, account(), said, field('desk-passphrase', 'Your passphrase for the desk', passphrase, 'It stays in this browser. Opening takes a second or two.'), open),
    el('details', { class: 'govuk-details console-small' },
      el('summary', { class: 'govuk-details__summary' }, el('span', { class: 'govuk-details__summary-text' }, 'I have lost it')),
      el('div', { class: 'govuk-details__text' }, el('p', {}, 'Make new keys. You leave the desk by that; a member adds you again after comparing your new fingerprint with you.'), button('Make new keys', () => show(newKeys(null)), { class: 'console-button second' }))));
}

// For password managers: whose passphrase it is.
const account = () => el('input', { type: 'text', autocomplete: 'username', value: 'helpline desk: ' + opening.me.called, hidden: true, readonly: true });

function noDesk() {
  if (!supervisor) return el('section', { class: 'console-card desk-narrow' }, el('h2', {}, 'There is no desk yet'), el('p', {}, 'A supervisor makes it. Your keys are ready: ', ownFingerprint()));
  return el('section', { class: 'console-card desk-narrow' },
    el('h2', {}, 'Make the desk'),
    el('p', {}, 'The desk’s key is made here and sealed to you; you can then add the other advisers. The line opens when there are two.'),
    el('p', {}, 'A second key goes on paper, for the day when nobody can open the desk any more. It is shown once. Have paper and a second person with you.'),
    button('Go on', () => show(ceremony())));
}

function ceremony() {
  const [made, recovery] = [seal.keyPair(), seal.keyPair()];
  const groups = seal.onPaper(recovery.secret);
  const asked = seal.random(1)[0] % groups.length;
  const typed = el('input', { class: 'console-input desk-code', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 8 });
  const said = alert(null);
  return el('section', { class: 'console-card desk-narrow' },
    el('h2', {}, 'The recovery paper'),
    el('p', {}, 'Write these 14 groups down twice, or print this page, and put them into two sealed envelopes in two places. Whoever holds them together with the database and the keyring can read every conversation.'),
    el('ol', { class: 'desk-paper' }, groups.map(group => el('li', {}, group))),
    el('p', {}, button('Print this page', () => print(), { class: 'console-button second' })),
    said,
    field('desk-group', `Type group ${asked + 1} from the paper`, typed),
    button('It is on paper: make the desk', () => {
      if (typed.value.trim().toUpperCase() !== groups[asked]) return tell(said, 'That is not the group on the paper.', typed);
      recovery.secret.fill(0);
      send('make', { member: me, generation: 1, public: made.public, recovery: recovery.public, boxes: [keys.boxFor({ id: me, public: own.box.public }, deskNumber(), 1, made.secret)] });
    }));
}

const deskNumber = () => opening.desk?.number ?? opening.number;

function notMember() {
  return el('section', { class: 'console-card desk-narrow' },
    el('h2', {}, 'You are not on the desk yet'),
    el('p', {}, 'A member of the desk adds you on this page. Before they do, read them this fingerprint of your keys aloud; theirs must be the same: ', ownFingerprint()),
    button('Look again', () => start()),
    supervisor && recovering());
}

// Nobody can open the desk any more: a supervisor asks for it with the paper, another person agrees.
function recovering() {
  if (opening.recovery === 'asked') return el('p', {}, 'You asked to open the desk with the recovery paper. Another supervisor or an administrator agrees under Recovery.');
  const paper = paperField();
  const said = alert(null);
  return el('details', { class: 'govuk-details console-small' },
    el('summary', { class: 'govuk-details__summary' }, el('span', { class: 'govuk-details__summary-text' }, 'Nobody can open the desk any more')),
    el('div', { class: 'govuk-details__text' }, el('p', {}, 'Take the recovery paper out of its envelope, with another person beside you. Once they agree you are on the desk alone; every conversation says so to the person who wrote.'), said,
      field('desk-paper', 'What stands on the paper', paper, '14 groups of four.'),
      button('Ask to open the desk with the paper', () => {
        if (!fromPaper(paper, said)) return;
        const next = seal.keyPair(), generation = latest() + 1;
        send('recover', { member: me, generation, public: next.public, boxes: [keys.boxFor({ id: me, public: own.box.public }, opening.desk.number, generation, next.secret)] });
      }, { class: 'console-button danger' })));
}

const paperField = () => el('textarea', { class: 'govuk-textarea desk-code', rows: 3, autocapitalize: 'characters', autocomplete: 'off', spellcheck: 'false' });

// The recovery key's pair, or null when the paper does not fit.
function fromPaper(paper, said) {
  const secret = seal.fromPaper(paper.value);
  const pair = secret && seal.keyPair(secret);
  if (pair && seal.same(pair.public, opening.desk.recovery)) return pair;
  return tell(said, secret ? 'This is the paper of another desk.' : 'A letter is wrong: there are 14 groups of four.', paper) ?? null;
}

// Agreed: the conversations' keys are opened with the paper and sealed to the desk's new key.
function recovery() {
  if (opening.recovery !== 'agreed') return null;
  const paper = paperField();
  const said = alert(null);
  return el('section', { class: 'console-card desk-narrow', id: 'desk-recovery' }, el('h2', {}, 'Open what was sealed before'), el('p', {}, 'It is agreed. Type the paper once more: until then earlier conversations do not open.'), said,
    field('desk-paper', 'What stands on the paper', paper, '14 groups of four.'),
    button('Open them', event => busy(event.target, 'Opening …', said, async () => {
      const pair = fromPaper(paper, said);
      if (!pair) return;
      paper.value = '';
      for (;;) {
        const resealed = (await server.get('outdated')).map(thread => reseal(thread, pair)).filter(Boolean);
        if (!resealed.length || (await server.post('reseal', { resealed })).said === '0') break;
      }
      pair.secret.fill(0);
      await server.post('recovered', {});
      queue = { conversations: [], hour: 0 };
      await start();
    })));
}

function reseal(thread, pair) {
  const id = bytes(thread.id);
  const boxes = thread.boxes.map(({ generation, box }) => {
    const key = seal.openBox(pair, bytes(box), seal.contexts.wrap(id, generation, seal.kinds.recovery));
    return key && { generation, box: seal.sealBox(latestKey().public, key, seal.contexts.wrap(id, generation, seal.kinds.desk)) };
  }).filter(Boolean);
  return boxes.length ? { conversation: id, boxes, deskGeneration: latest() } : null;
}

const fingerprintOf = person => el('code', { class: 'desk-fingerprint' }, keys.spokenOf(person));
const ownFingerprint = () => fingerprintOf({ public: own.box.public, verify: own.sign.verify });

// What changes a desk goes as a form, so that the console can ask once more who you are.
function send(act, what) {
  const form = document.getElementById('desk-work');
  form.action = `${desk.dataset.path}/${act}`;
  form.elements.work.value = asText({ member: '', generation: 0, public: new Uint8Array(), recovery: new Uint8Array(), boxes: [], ...what });
  form.submit();
}

// --- The desk at work ---

function work() {
  show(el('div', { class: 'desk-bar' },
      el('p', { id: 'desk-line' }, opening.why ? 'The line is closed. ' + opening.why : 'The line is open.'),
      button('Pause', pause, { class: 'console-button second', id: 'desk-pause' }),
      button('Lock', () => { lock(); start(); }, { class: 'console-button second' })),
    el('p', { id: 'desk-said', class: 'console-error', role: 'alert', hidden: true }),
    recovery(),
    el('div', { class: 'desk-rooms' },
      el('section', { 'aria-labelledby': 'desk-waiting' },
        el('h2', { id: 'desk-waiting' }, 'Waiting'),
        field('desk-language', 'Show', choice('desk-language', [['', 'every language']]), null),
        el('ul', { id: 'desk-queue', class: 'desk-queue' }),
        el('p', { id: 'desk-live', class: 'console-hint', role: 'status' }),
        members()),
      el('section', { id: 'desk-open', 'aria-live': 'off' })));
  document.getElementById('desk-language').addEventListener('change', drawQueue);
  drawThread();
  follow();
  renew();
}

// Asks what waits, and asks again as soon as it changes.
async function follow() {
  polling?.abort();
  const here = polling = new AbortController();
  let after = '', lost = false;
  while (!here.signal.aborted) {
    try {
      const told = await server.get('queue' + after, here.signal);
      if (here.signal.aborted) return;
      after = '?after=' + told.version;
      for (const item of told.conversations) readItem(item);
      queue = told;
      // Somebody left the desk meanwhile: it has another key.
      if (told.generation !== latest()) return start();
      // What the adviser was told for another reason stays.
      if (lost) say(null);
      lost = false;
      drawQueue();
      await notice();
      await new Promise(done => setTimeout(done, 100));
    } catch (error) {
      if (error.name === 'AbortError') return;
      say(error.message);
      lost = true;
      // Taken off the desk meanwhile.
      if (error.status === 409) return start();
      if (error.status === 403) return;
      await new Promise(done => setTimeout(done, 3000));
    }
  }
}

function readItem(item) {
  const before = queue.conversations.find(c => c.name === item.id && c.generation === item.generation);
  item.name = item.id;
  item.id = bytes(item.id);
  if (before) [item.language, item.worry, item.opens] = [before.language, before.worry, before.opens];
  else {
    const key = item.box && keys.openWrap(deskKeys, bytes(item.box), item.id, item.generation);
    item.opens = Boolean(key);
    Object.assign(item, key ? seal.readLabel(key, bytes(item.label), item.id) : { language: '', worry: '' });
    key?.fill(0);
  }
}

function drawQueue() {
  const list = document.getElementById('desk-queue'), only = document.getElementById('desk-language');
  if (!list) return;
  const languages = [...new Set(queue.conversations.map(c => c.language))].sort();
  const chosen = only.value;
  only.replaceChildren(...[['', 'every language'], ...languages.filter(l => l).map(l => [l, languageName(l)])].map(([value, label]) => el('option', { value, selected: value === chosen }, label)));
  const shown = queue.conversations
    .filter(c => c.waits || c.flagged || c.mine || c.by)
    .filter(c => !chosen || c.language === chosen || c.flagged || c.mine)
    .sort((a, b) => b.mine - a.mine || (b.flagged && !b.flagTaken) - (a.flagged && !a.flagTaken) || b.waits - a.waits || a.hour - b.hour || a.order - b.order);
  const focused = document.activeElement?.dataset?.take;
  list.replaceChildren(...shown.map(queued));
  if (focused) list.querySelector(`[data-take="${focused}"]`)?.focus();
  const waiting = queue.conversations.filter(c => c.waits && !c.by).length;
  document.getElementById('desk-live').textContent = paused ? 'Paused.' : waiting === 0 ? 'Nobody waits.' : waiting === 1 ? 'One person waits.' : `${waiting} people wait.${queue.more ? ' More than are shown.' : ''}`;
  document.title = document.title.replace(/^(\(\d+\) )?/, waiting ? `(${waiting}) ` : '');
}

function queued(item) {
  const facts = [age(item.hour, queue.hour), item.messages === 2 ? 'first message' : `${item.messages} messages`, item.notes ? (item.notes === 1 ? 'one note' : `${item.notes} notes`) : null].filter(Boolean);
  return el('li', { class: item.mine ? 'mine' : null },
    item.flagged && el('strong', { class: 'desk-flag' }, item.flagOverdue ? 'Red flag, overdue' : item.flagTaken ? 'Red flag, taken' : 'Red flag'),
    item.package && el('strong', { class: 'desk-flag' }, 'A hand-over is open'),
    el('span', { class: 'desk-what' }, item.opens ? `${languageName(item.language)}, ${worries[item.worry] ?? item.worry}` : 'does not open with your keys'),
    el('span', { class: 'console-hint' }, facts.join(', ')),
    item.by && el('span', { class: 'console-hint' }, item.mine ? 'in your hand' : `in the hand of ${item.by}`),
    !item.by && item.opens && button('Take', () => take(item), { class: 'console-button second', 'data-take': item.name, disabled: paused || Boolean(inHand) }),
    item.flagged && !item.flagTaken && supervisor && button('I have this flag', () => act('take-flag', { conversation: item.id }), { class: 'console-button second' }),
    item.mine && !inHand && button('Go on', () => open(item), { class: 'console-button', 'data-take': item.name, disabled: paused }));
}

async function take(item) {
  if (inHand) return;
  if (await act('claim', { conversation: item.id }, 'Somebody else was faster.')) await open(item);
}

async function open(item) {
  let thread;
  try {
    thread = await server.post('open', { conversation: item.id });
  } catch (error) {
    if (error.status === 409) done();
    return say(error.message);
  }
  const byGeneration = new Map(thread.boxes.map(({ generation, box }) => [generation, keys.openWrap(deskKeys, bytes(box), item.id, generation)]));
  const records = thread.messages.map(message => {
    const place = seal.placeOf(item.id, message.generation, message.sequence, message.sender);
    const key = byGeneration.get(message.generation);
    const record = key && seal.readRecord(seal.openMessage(key, bytes(message.nonce), bytes(message.sealed), place));
    const by = record && message.sender === seal.senders.adviser ? seal.signerOf(record, place, opening.signers.map(s => s.verify)) : null;
    return { ...message, record, by: by && opening.signers.find(s => seal.same(s.verify, by)) };
  });
  const notes = thread.notes.map(note => ({ ...note, record: readNote(item.id, bytes(note.box)) }));
  const before = inHand?.item.name === item.name ? inHand : null;
  inHand = { item, thread, key: byGeneration.get(thread.generation), records, notes, note: before?.note ?? '', shown: before?.shown ?? new Set(), missing: missing(item.name, records), language: records[0]?.record?.language ?? 'en' };
  drawQueue();
  drawThread();
}

const isWhole = records => records.every((r, i) => r.sequence === i + 1 && r.record);

function readNote(conversation, box) {
  for (const holder of [...deskKeys.values()].reverse()) {
    const whole = seal.openBox(holder, box, seal.contexts.note(conversation));
    if (whole) return seal.readRecord(seal.unpadded(whole));
  }
  return null;
}

// How many messages this browser has seen before that are not there now: a tail that was cut off, or an old state put back.
function missing(name, records) {
  const marks = JSON.parse(localStorage.getItem(marksName) ?? '{}');
  const mark = Array.from(seal.fingerprint(seal.bytesOf(name)), b => b.toString(16).padStart(2, '0')).join('');
  const most = Math.max(marks[mark]?.[0] ?? 0, records.length);
  const day = opening.day;
  marks[mark] = [most, day];
  for (const old of Object.keys(marks)) if (marks[old][1] < day - 60) delete marks[old];
  localStorage.setItem(marksName, JSON.stringify(marks));
  return most - records.length;
}

function drawThread() {
  const focused = document.activeElement?.id;
  draw();
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
}

function draw() {
  const room = document.getElementById('desk-open');
  if (!room) return;
  if (!inHand) return room.replaceChildren(el('p', { class: 'desk-empty' }, paused ? 'Paused. Nothing is shown.' : 'Take a conversation. Its words stay covered until you uncover them, one at a time.'));
  const { item, thread, records, notes } = inHand;
  const broken = !isWhole(records);
  const box = el('textarea', { class: 'govuk-textarea', rows: 8, dir: 'auto', maxlength: 16000, spellcheck: 'true' });
  box.value = drafts.get(item.name) ?? '';
  box.addEventListener('input', () => { drafts.set(item.name, box.value); });
  const reply = field('desk-reply', 'Your reply', box, `Signed as ${opening.penName}. The person reads it with their code; they are not told by e-mail or message.`);
  fill(room,
    el('h2', { id: 'desk-heading', tabindex: '-1' }, `${languageName(inHand.language)}, ${worries[item.worry] ?? item.worry}`),
    item.flagged && el('p', { class: 'desk-flag' }, item.flagUntil ? `Red flag: the desk’s copy is kept until it is taken down, at the latest until ${dayName(item.flagUntil)}.` : 'Red flag: the desk’s copy is kept until it is taken down.'),
    thread.gone && el('p', { class: 'console-error' }, 'The person has deleted this conversation. They will not see a reply.'),
    broken && el('p', { class: 'console-error', role: 'alert' }, 'This conversation is not whole: a message is missing, moved or changed. Tell your supervisor.'),
    inHand.missing > 0 && el('p', { class: 'console-error', role: 'alert' }, `${inHand.missing} of the messages that were here before are gone from its end. Tell your supervisor.`),
    el('ol', { class: 'desk-thread' }, records.map(message)),
    notes.length > 0 && el('div', { class: 'desk-notes' }, el('h3', {}, 'Notes from advisers'), el('ul', {}, notes.map(note => el('li', {}, note.record
      ? [el('strong', {}, note.record.alias), `, ${dayName(note.record.day)}: `, el('span', { dir: 'auto', class: 'desk-words' }, note.record.text)] : 'A note that does not open with your keys.')))),
    opening.concerns && checklist(notes, keepChecklist, say),
    canned(box),
    reply,
    el('div', { class: 'desk-acts' }, button('Send the reply', event => sendReply(event.target)), button('Look for news', () => open(item), { class: 'console-button second' }), button('Cover all', () => { inHand.shown.clear(); drawThread(); }, { class: 'console-button second' })),
    el('div', { class: 'desk-more' }, closing(item), handing(item), flagging(item)),
    item.flagged && handingToOthers({ opening, inHand, me, own, say, act, whole: !broken && inHand.missing <= 0, again: () => open(item) }));
}

function message(said) {
  const who = said.sender === seal.senders.seeker ? 'The person' : said.sender === seal.senders.automatic ? 'Automatic reply' : said.by ? `${said.by.called}, as ${said.record.alias}` : 'An adviser whose signature does not fit';
  const words = !said.record ? el('p', { class: 'console-error' }, 'This message does not open.')
    : said.sender !== seal.senders.seeker || inHand.shown.has(said.sequence) ? el('p', { class: 'desk-words', dir: 'auto' }, said.record.text)
      : button(`Uncover message ${said.sequence}`, () => { inHand.shown.add(said.sequence); drawThread(); document.querySelector(`[data-sequence="${said.sequence}"]`)?.focus(); }, { class: 'console-button second desk-cover' });
  return el('li', { class: said.sender === seal.senders.seeker ? 'theirs' : 'ours', 'data-sequence': said.sequence, tabindex: '-1' }, el('p', { class: 'console-hint' }, said.record ? `${who}, ${dayName(said.record.day)}` : who), words);
}

function canned(box) {
  const fitting = opening.replies.filter(r => r.language === inHand.language);
  const offered = fitting.length ? fitting : opening.replies.filter(r => r.language === 'en');
  if (!offered.length) return null;
  const chosen = choice('desk-canned', [['', 'choose …'], ...offered.map(r => [r.id, r.name])]);
  return el('div', { class: 'desk-canned' }, field('desk-canned', 'A prepared reply', chosen), button('Put it into the box', () => {
    const text = offered.find(r => r.id === chosen.value)?.body;
    if (!text) return;
    box.value = box.value.trim() ? box.value.trimEnd() + '\n\n' + text : text;
    drafts.set(inHand.item.name, box.value);
    box.focus();
  }, { class: 'console-button second' }));
}

async function sendReply(pressed, tries = 3) {
  const text = (drafts.get(inHand.item.name) ?? '').trim();
  if (!text) return say('Write a reply first.');
  if (!inHand.key) return say('This conversation’s key does not open for you.');
  const { item, thread, records } = inHand;
  const sequence = records.length + 1;
  const place = seal.placeOf(item.id, thread.generation, sequence, seal.senders.adviser);
  const record = seal.writeRecord({ day: opening.day, alias: opening.penName, language: inHand.language, worry: '', text });
  // The same submission until it is kept: a reply whose answer was lost is not kept twice.
  inHand.submission ??= seal.random(16);
  const { nonce, sealed } = seal.sealMessage(inHand.key, seal.signedRecord(record, place, own.sign), place);
  pressed.disabled = true;
  try {
    await server.post('reply', { conversation: item.id, generation: thread.generation, sequence, nonce, sealed, submission: inHand.submission });
    drafts.delete(item.name);
    inHand.submission = null;
    await open(item);
    say(null);
  } catch (error) {
    pressed.disabled = false;
    // Somebody wrote meanwhile: it is sealed again under the next number, when the adviser has seen that.
    if (error.status === 412 && tries > 0) {
      await open(item);
      return say('Somebody wrote meanwhile. Read it, then send your reply again.');
    }
    say(error.message);
  }
}

function closing(item) {
  const outcome = choice('desk-outcome', [['', 'choose …'], ...opening.outcomes.map(o => [o.code, o.what])]);
  return el('section', {}, el('h3', {}, 'Let it go'), field('desk-outcome', 'How it ended', outcome, 'Only this word is counted.'), el('div', { class: 'desk-acts' },
    button('Close', async () => unchecked() ? say(unchecked()) : outcome.value ? await act('close', { conversation: item.id, code: outcome.value }) && done() : say('Choose how it ended.'), { class: 'console-button second' }),
    button('Put it back', async () => { if (await act('release', { conversation: item.id })) done(); }, { class: 'console-button second' })));
}

function handing(item) {
  const note = el('textarea', { class: 'govuk-textarea', rows: 3, maxlength: 4000, dir: 'auto' });
  note.value = inHand.note;
  note.addEventListener('input', () => { inHand.note = note.value; });
  return el('section', {}, el('h3', {}, 'Hand over'), field('desk-note', 'A note for the next adviser', note, 'Sealed to the desk. The person cannot read it.'), button('Hand over', async () => {
    if (unchecked()) return say(unchecked());
    if (!note.value.trim()) return say('Write what the next adviser must know.');
    if (await act('hand-over', { conversation: item.id, sealed: sealedNote(item, note.value.trim()) })) done();
  }, { class: 'console-button second' }));
}

const sealedNote = (item, text) =>
  seal.sealBox(latestKey().public, seal.padded(seal.writeRecord({ day: opening.day, alias: opening.me.called, language: 'en', worry: '', text })), seal.contexts.note(item.id));

// At the concerns desk nothing is let go before three things were asked.
const unchecked = () => opening.concerns && !inHand.notes.some(note => isChecklist(note.record?.text)) ? 'Answer the checklist first.' : null;

async function keepChecklist(text) {
  const { item } = inHand;
  if (await act('checklist', { conversation: item.id, sealed: sealedNote(item, text) })) await open(item);
}

function flagging(item) {
  if (item.flagged) return supervisor ? flagUp(item) : null;
  const reason = choice('desk-reason', [['', 'choose …'], ...opening.reasons.map(r => [r.code, r.what])]);
  return el('section', {}, el('h3', {}, 'Raise a red flag'), field('desk-reason', 'Why', reason, 'The supervisor on call sees it at once. The desk’s copy is kept even if the person deletes theirs.'), button('Raise the flag', async () => {
    if (!reason.value) return say('Choose why.');
    if (await act('flag', { conversation: item.id, code: reason.value })) { item.flagged = true; drawThread(); }
  }, { class: 'console-button danger' }));
}

function flagUp(item) {
  const reason = choice('desk-renew', [['', 'choose …'], ...opening.reasons.map(r => [r.code, r.what])]);
  return el('section', {}, el('h3', {}, 'Red flag'),
    field('desk-renew', 'Why it is still needed', reason, 'Renewed, it holds for sixty days from today.'),
    el('div', { class: 'desk-acts' },
      button('Renew the flag', async () => reason.value ? await act('renew-flag', { conversation: item.id, code: reason.value }) && say('The flag holds for sixty days from today.') : say('Choose why it is still needed.'), { class: 'console-button second' }),
      button('Take the flag down', async () => {
        if (inHand.thread.package) return say('A hand-over is open. Close it first.');
        if (await act('lower-flag', { conversation: item.id })) { item.flagged = false; drawThread(); }
      }, { class: 'console-button second' })));
}

function done() {
  inHand?.key?.fill(0);
  inHand = null;
  drawQueue();
  drawThread();
}

async function act(name, what, refusedInstead = null) {
  try {
    await server.post(name, what);
    say(null);
    return true;
  } catch (error) {
    say(error.status === 409 && refusedInstead ? refusedInstead : error.message);
    if (error.status === 409 && name !== 'claim') done();
    return false;
  }
}

function pause() {
  paused = !paused;
  document.getElementById('desk-pause').textContent = paused ? 'Carry on' : 'Pause';
  const room = document.getElementById('desk-open');
  if (paused) {
    inHand?.shown.clear();
    room.replaceChildren(el('p', { class: 'desk-empty' }, 'Paused. What you have in hand stays in your hand, covered. Take your time.'));
  } else drawThread();
  drawQueue();
}

// News in the conversation in hand.
async function notice() {
  if (!inHand || paused) return;
  const now = queue.conversations.find(c => c.name === inHand.item.name);
  if (!now || !now.mine) {
    say('This conversation is not in your hand any more: somebody else has it, or the person deleted it.');
    return done();
  }
  if (now.messages !== inHand.records.length || now.generation !== inHand.thread.generation) await open(now);
}

async function beat() {
  if (own && Date.now() - lastTouched > idleMinutes * 60000) {
    lock();
    return start('The desk was locked because nobody was here for a while. What you had begun to write is still here.');
  }
  if (own && inHand) await act('beat', { conversation: inHand.item.id });
}

// --- Members ---

function members() {
  return el('details', { class: 'govuk-details console-small' },
    el('summary', { class: 'govuk-details__summary' }, el('span', { class: 'govuk-details__summary-text' }, `Members of the desk (${opening.members.length})`)),
    el('div', { class: 'govuk-details__text' },
      el('ul', { class: 'desk-members' }, opening.members.map(m => el('li', {}, el('strong', {}, m.called), m.id === me ? ' (you)' : null, m.onStaff ? null : el('span', { class: 'desk-flag' }, 'has left the staff'), ' ', m.public?.length ? fingerprintOf(m) : null,
        supervisor && opening.members.length > 1 && m.id !== me ? button(`Take ${m.called} off the desk`, () => remove(m), { class: 'link-button danger' }) : null))),
      opening.joining.length > 0 && el('h3', {}, 'Ready to join'),
      el('ul', { class: 'desk-members' }, opening.joining.map(m => el('li', {}, el('strong', {}, m.called), ' ', fingerprintOf(m),
        button(`Add ${m.called}`, () => add(m), { class: 'console-button second' })))),
      opening.joining.length > 0 && el('p', { class: 'console-hint' }, 'Before you add somebody, have them read you the fingerprint on their own page. If it is not this one, somebody stands in between.'),
      el('h3', {}, 'Signatures on packages'),
      el('p', { class: 'console-hint' }, 'Whoever was given a package for police or child protection may telephone and ask whose signatures are on it. Read them the groups behind each name. Nothing of the conversation is said.'),
      el('ul', { class: 'desk-members', id: 'desk-signers' }, opening.signers.filter(s => s.verify.length).map(s => el('li', {}, el('strong', {}, s.called), ' ', el('code', { class: 'desk-fingerprint' }, keys.spoken(s.verify)))))));
}

const add = member => send('add', { member: member.id, boxes: [...deskKeys].map(([generation, key]) => keys.boxFor(member, opening.desk.number, generation, key.secret)) });

function remove(member) {
  const next = seal.keyPair(), generation = latest() + 1;
  send('remove', { member: member.id, generation, public: next.public, boxes: opening.members.filter(m => m.id !== member.id).map(m => keys.boxFor(m, opening.desk.number, generation, next.secret)) });
}

// Conversations under a desk key before the latest get a key of their own that whoever has left does not hold.
async function renew() {
  try {
    for (;;) {
      const outdated = await server.get('outdated');
      const rewrapped = outdated.map(rewrap).filter(Boolean);
      if (!rewrapped.length || !own) return;
      const { said } = await server.post('rewrap', { rewrapped });
      if (said === '0') return;
    }
  } catch (error) {
    say(error.message);
  }
}

function rewrap(thread) {
  const id = bytes(thread.id), latestBox = thread.boxes.find(b => b.generation === thread.generation);
  const before = latestBox && keys.openWrap(deskKeys, bytes(latestBox.box), id, thread.generation);
  if (!before) return null;
  const label = seal.uncover(before, bytes(thread.label), seal.contexts.label(id)) ?? new Uint8Array(24);
  const secret = seal.random(32), generation = thread.generation + 1;
  const box = (key, kind) => seal.sealBox(key, secret, seal.contexts.wrap(id, generation, kind));
  return { conversation: id, generation, seeker: thread.gone || !thread.seekerPublic ? null : box(bytes(thread.seekerPublic), seal.kinds.seeker), label: seal.cover(secret, label, seal.contexts.label(id)), desk: box(latestKey().public, seal.kinds.desk), recovery: box(opening.desk.recovery, seal.kinds.recovery), deskGeneration: latest() };
}

// --- Saying things ---

function say(sentence) {
  const said = document.getElementById('desk-said');
  if (!said) return;
  said.hidden = !sentence;
  if (sentence && said.textContent !== sentence) said.textContent = sentence;
}

const alert = sentence => el('p', { class: 'console-error', role: 'alert', hidden: !sentence }, sentence ?? '');

function tell(said, sentence, input = null) {
  said.textContent = sentence;
  said.hidden = false;
  input?.focus();
}

async function busy(pressed, label, said, work) {
  const before = pressed.textContent;
  [pressed.disabled, pressed.textContent] = [true, label];
  try {
    await work();
  } catch (error) {
    tell(said, error instanceof Refused ? error.message : 'This browser could not do that. Use a current one.');
  } finally {
    [pressed.disabled, pressed.textContent] = [false, before];
  }
}
