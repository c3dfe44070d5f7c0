// An adviser's own keys and the desk's, as long as this page is open. Locking forgets them.
import * as seal from './sealing.js';

const secretBytes = 32;

// What a passphrase must be: the only thing between a stolen database and what people wrote.
export function passphraseFault(passphrase, name) {
  if (passphrase.length < 16) return 'A passphrase has at least 16 letters. Four or five words that do not belong together are good.';
  if (new Set(passphrase.toLowerCase()).size < 8) return 'This repeats too few letters. Take words that do not belong together.';
  if (name && passphrase.toLowerCase().includes(name.toLowerCase())) return 'Leave your name out of it.';
  return null;
}

// 76 random bits as four words that can be said.
export function suggestion() {
  const starts = 'bdfghklmnprstvwz', ends = 'aeiou';
  const syllable = () => starts[seal.random(1)[0] % starts.length] + ends[below(ends.length)];
  return Array.from({ length: 4 }, () => syllable() + syllable() + syllable()).join(' ');
}

function below(limit) {
  const most = 256 - (256 % limit);
  for (;;) {
    const [value] = seal.random(1);
    if (value < most) return value % limit;
  }
}

export async function makeKeys(passphrase, member) {
  const own = { box: seal.keyPair(), sign: seal.signer(seal.random(secretBytes)) };
  const salt = seal.random(16);
  const key = await seal.keyOfPassphrase(passphrase, salt);
  const wrapped = seal.cover(key, seal.joined(own.box.secret, own.sign.secret), seal.contexts.adviser(member));
  key.fill(0);
  return { own, sent: { public: own.box.public, verify: own.sign.verify, salt, wrapped } };
}

// null when the passphrase is another.
export async function openKeys(passphrase, member, { salt, wrapped }) {
  const key = await seal.keyOfPassphrase(passphrase, salt);
  const both = seal.uncover(key, wrapped, seal.contexts.adviser(member));
  key.fill(0);
  return both && { box: seal.keyPair(both.slice(0, secretBytes)), sign: seal.signer(both.slice(secretBytes)) };
}

// The desk's key pairs by generation, as far as they were sealed to this adviser.
export function openDesk(own, member, desk, boxes) {
  const opened = new Map();
  for (const { generation, box } of boxes) {
    const secret = seal.openBox(own.box, box, seal.contexts.deskBox(desk, generation, member));
    if (secret) opened.set(generation, seal.keyPair(secret));
  }
  return opened;
}

export const boxFor = (member, desk, generation, secret) => ({ member: member.id, generation, box: seal.sealBox(member.public, secret, seal.contexts.deskBox(desk, generation, member.id)) });

// A conversation's key: whichever of the desk's keys opens it, the latest first.
export function openWrap(deskKeys, box, conversation, generation) {
  for (const holder of [...deskKeys.values()].reverse()) {
    const key = seal.openBox(holder, box, seal.contexts.wrap(conversation, generation, seal.kinds.desk));
    if (key) return key;
  }
  return null;
}

// Both halves of a person at once: whoever joins is compared by it.
export const spokenOf = ({ public: box, verify }) => spoken(seal.joined(box, verify));

// For comparing by voice.
export const spoken = key => Array.from(seal.fingerprint(key), byte => byte.toString(16).padStart(2, '0')).join('').match(/.{4}/g).join(' ');
