// What the desk hands over to police or child protection, made in the adviser's browser: nobody else can read what is in it. The same arguments make the same bytes, so that
// a second adviser signs what their own browser made. The format is in docs/evidence.md; nothing here touches the page or the network.
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOf, joined, random, toBase64 } from './sealing.js';
import page from './evidence-page.txt';

export { packed } from './zip.js';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const hourMs = 3600000, dayMs = 24 * hourMs;
const ended = lines => bytesOf(lines.join('\n') + '\n');
const asJson = value => ended([JSON.stringify(value, null, 2)]);

// The three items that are read. messages: the chosen ones, [{ sequence, sender: 'person' | 'adviser' | 'automatic', day, hour, alias, text }], day and hour counted from 1970, hour null
// when it is not kept. count: how many the conversation had when it was chosen.
export function contentsOf(chosen) {
  const facts = factsOf(chosen);
  const sections = statementOf(facts);
  return [
    { name: 'conversation.html', bytes: bytesOf(pageOf(facts, sections)) },
    { name: 'conversation.json', bytes: asJson({ format: 'cairn-conversation/1', ...facts }) },
    { name: 'statement.txt', bytes: ended(sections.flatMap(({ heading, sentences }) => [heading, '', ...sentences.map(s => '- ' + s), ''])) },
  ];
}

export function manifestOf(chosen, contents) {
  const { campaign, desk, mark, day, reason, messages } = factsOf(chosen);
  const items = contents.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: hex(sha256(bytes)) }));
  return asJson({ format: 'cairn-evidence/1', campaign, desk, mark, day, reason, messages: messages.map(m => m.number), items });
}

export const statementToSign = manifest => joined(bytesOf('cairn/evidence/v1'), sha256(manifest));

// by: an adviser's { secret, verify }.
export const signed = (manifest, by) => ed25519.sign(statementToSign(manifest), by.secret);

export function isSigned(manifest, signature, verify) {
  try {
    return ed25519.verify(signature, statementToSign(manifest), verify);
  } catch {
    return false;
  }
}

// signatures: [{ called, verify, signature }], the latter two as bytes.
export const signaturesOf = signatures => asJson(signatures.map(({ called, verify, signature }) => ({ called, verify: toBase64(verify), signature: toBase64(signature) })));

// All that goes into the ZIP, in its order.
export const itemsOf = (contents, manifest, signatures) => [...contents, { name: 'manifest.json', bytes: manifest }, { name: 'signatures.json', bytes: signaturesOf(signatures) }];

// 120 random bits: six groups of four letters. It goes another way than the package.
export const passphrase = () => Array.from(random(24), byte => letters[byte % letters.length]).join('').match(/.{4}/g).join('-');

const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
const isoDay = day => new Date(day * dayMs).toISOString().slice(0, 10);
const isoHour = hour => new Date(hour * hourMs).toISOString().slice(0, 13) + 'Z';
const line = text => String(text ?? '').replace(/\s+/g, ' ').trim();

// In one order and one spelling, whatever order they were chosen in.
function factsOf({ campaign, desk, mark, day, reason, language, messages, count }) {
  const inOrder = [...messages].sort((a, b) => a.sequence - b.sequence);
  const there = new Set(inOrder.map(m => m.sequence));
  const last = Math.max(count ?? 0, ...there);
  return {
    campaign: line(campaign), desk: line(desk), mark: line(mark), day: isoDay(day), reason: line(reason), language: line(language), count: last,
    leftOut: Array.from({ length: last }, (_, i) => i + 1).filter(number => !there.has(number)),
    messages: inOrder.map(m => ({ number: m.sequence, sender: m.sender, day: isoDay(m.day), hour: m.hour === null || m.hour === undefined ? null : isoHour(m.hour), alias: line(m.alias), text: m.text })),
  };
}

function statementOf({ campaign, desk, mark, day, reason, count, leftOut, messages }) {
  const numbers = messages.map(m => m.number).join(', ') || 'none';
  return [
    { heading: 'What this is', sentences: [
      `Messages ${numbers} of conversation ${mark} at ${desk} of the helpline of ${campaign}, put together on ${day}.`,
      `Why it is handed over: ${reason}.`.replace(/\.\.$/, '.'),
      `The conversation had ${count} messages when they were chosen. Left out: ${leftOut.join(', ') || 'none'}.`,
      'Two advisers have looked at the same bytes and signed them, each in their own browser with their own key.',
    ] },
    { heading: 'What is known', sentences: [
      'The words of each message as they opened in the browsers of the advisers who signed.',
      'The order of the messages, the day of each, and its hour where one is given. Days and hours are in UTC.',
      'Which messages came in by the form for people who ask for help, which an adviser wrote, and which the program sent by itself.',
    ] },
    { heading: 'What is not known', sentences: [
      'Who wrote. The helpline asks for no name, has no accounts, and keeps nothing beside these words by which a person could be recognised.',
      'Where they wrote from, and with what device. The program keeps no network address and no description of a device.',
      'Exact times. Nothing finer than the hour is kept, and of some messages only the day.',
      'Whether what the person wrote is true.',
      'Whether the messages marked as the person’s were written by one person. Whoever had the code of the conversation could write, and nothing signs these messages.',
      'Whether a message is missing after the last one. A message missing in between would have been seen; one cut off at the end, before the advisers looked, might not.',
      'Whether whoever runs the server put a message there. The advisers’ signatures say what they saw, not how it came there.',
      'What the left-out messages say, or anything that was deleted before.',
    ] },
    { heading: 'How it can be checked', sentences: [
      'manifest.json gives the length and the SHA-256 of each item; signatures.json has the advisers’ signatures over it.',
      'The command “cairn evidence verify FILE” checks all of it without a network. The same can be done by hand as docs/evidence.md of the program describes.',
      'Signatures say whose keys signed. That the keys are the advisers’ is known by comparing their fingerprints with the desk by telephone, under a number found elsewhere than here.',
    ] },
  ];
}

const marks = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
// What no page may hold is shown as a replacement; conversation.json has it as it was.
const escaped = text => String(text).replace(/[&<>"']/g, mark => marks[mark]).replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd');
const senders = { person: 'The person', adviser: 'An adviser', automatic: 'Automatic reply' };

function pageOf(facts, sections) {
  const rows = [['Campaign', facts.campaign], ['Desk', facts.desk], ['Put together on', facts.day], ['Why it is handed over', facts.reason], ['Language', facts.language], ['Left out', facts.leftOut.join(', ') || 'none']];
  const slots = {
    mark: escaped(facts.mark),
    facts: rows.map(([name, value]) => `<dt>${name}</dt><dd dir="auto">${escaped(value)}</dd>`).join('\n'),
    messages: facts.messages.map(message => messageOf(message, facts.language)).join('\n'),
    statement: sections.map(({ heading, sentences }) => `<h2>${heading}</h2>\n<ul>\n${sentences.map(s => `<li>${escaped(s)}</li>`).join('\n')}\n</ul>`).join('\n'),
  };
  return page.replace(/\{(\w+)\}/g, (_, slot) => slots[slot]);
}

function messageOf({ number, sender, day, hour, alias, text }, language) {
  const when = hour ? `${hour.slice(0, 10)}, in the hour that began at ${hour.slice(11, 13)}:00 UTC` : day;
  const who = senders[sender] + (alias ? `, as <bdi>${escaped(alias)}</bdi>` : '');
  return `<li class="${escaped(sender)}"><p class="about">${number}. ${who}, ${when}</p><p class="words" dir="auto" lang="${escaped(language)}">${escaped(text)}</p></li>`;
}
