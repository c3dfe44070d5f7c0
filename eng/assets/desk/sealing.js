// The protocol of docs/sealing.md, as far as a desk needs it: boxes, envelopes, messages, records. Bytes in, bytes out; nothing here touches the page or the network.
import { x25519, ed25519 } from '@noble/curves/ed25519.js';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { argon2id } from 'hash-wasm/dist/argon2.umd.min.js';

export const kinds = { seeker: 1, desk: 2, recovery: 3 };
export const senders = { seeker: 1, adviser: 2, automatic: 3 };

const version = 1;
const sizes = [1024, 4096, 16384, 65536];
const writer = new TextEncoder();
const reader = new TextDecoder('utf-8', { fatal: false });

export const bytesOf = text => writer.encode(text);
export const textOf = bytes => reader.decode(bytes);
export const random = length => crypto.getRandomValues(new Uint8Array(length));
export const fromBase64 = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
export const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

export function toBase64(bytes) {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function number(value, length = 4) {
  const bytes = new Uint8Array(length);
  for (let i = length - 1; i >= 0; i--, value = Math.floor(value / 256)) bytes[i] = value % 256;
  return bytes;
}

const read = (bytes, at, length = 4) => bytes.subarray(at, at + length).reduce((sum, byte) => sum * 256 + byte, 0);

export const contexts = {
  wrap: (conversation, generation, kind) => joined(bytesOf('help_wrap\0'), conversation, number(generation), [kind]),
  label: conversation => joined(bytesOf('help_label\0'), conversation),
  note: conversation => joined(bytesOf('help_note\0'), conversation),
  deskBox: (desk, generation, member) => joined(bytesOf('help_desk_box\0'), number(desk), number(generation), bytesOf(member)),
  adviser: member => joined(bytesOf('help_adviser\0'), bytesOf(member)),
};

// A key pair for boxes: 32 bytes each.
export function keyPair(secret = random(32)) {
  return { secret, public: x25519.getPublicKey(secret) };
}

export const signer = secret => ({ secret, verify: ed25519.getPublicKey(secret) });

// 01 || epk || ciphertext || tag
export function sealBox(to, secret, context) {
  const once = keyPair();
  const key = agreed(once.secret, to, once.public, to, context);
  return joined([version], once.public, xchacha20poly1305(key, new Uint8Array(24), context).encrypt(secret));
}

// null when it is not for this key and place.
export function openBox(holder, box, context) {
  if (box.length < 49 || box[0] !== version) return null;
  const once = box.subarray(1, 33);
  try {
    return xchacha20poly1305(agreed(holder.secret, once, once, holder.public, context), new Uint8Array(24), context).decrypt(box.subarray(33));
  } catch {
    return null;
  }
}

function agreed(own, other, once, receiver, context) {
  return hkdf(sha256, x25519.getSharedSecret(own, other), joined(once, receiver), joined(bytesOf('cairn/seal/v1'), context), 32);
}

// 01 || nonce || ciphertext || tag
export function cover(key, inner, context) {
  const nonce = random(24);
  return joined([version], nonce, xchacha20poly1305(key, nonce, joined(bytesOf('cairn/envelope/v1'), context)).encrypt(inner));
}

export function uncover(key, covered, context) {
  if (covered.length < 41 || covered[0] !== version) return null;
  try {
    return xchacha20poly1305(key, covered.subarray(1, 25), joined(bytesOf('cairn/envelope/v1'), context)).decrypt(covered.subarray(25));
  } catch {
    return null;
  }
}

// 128 MiB, four passes: a fifth of a second here, and as long for whoever guesses.
export function keyOfPassphrase(passphrase, salt) {
  return argon2id({ password: passphrase.normalize('NFKC'), salt, parallelism: 1, iterations: 4, memorySize: 128 * 1024, hashLength: 32, outputType: 'binary' });
}

// length || bytes || zeros, to one of four sizes.
export function padded(bytes) {
  const size = sizes.find(s => s >= bytes.length + 4);
  if (!size) throw new RangeError('too long');
  const whole = new Uint8Array(size);
  whole.set(number(bytes.length));
  whole.set(bytes, 4);
  return whole;
}

export function unpadded(whole) {
  const length = read(whole, 0);
  return length <= whole.length - 4 ? whole.subarray(4, 4 + length) : null;
}

export const placeOf = (conversation, generation, sequence, sender) => joined([version], conversation, number(generation), number(sequence), [sender]);

export function sealMessage(key, record, place) {
  const nonce = random(24);
  return { nonce, sealed: xchacha20poly1305(key, nonce, place).encrypt(padded(record)) };
}

export function openMessage(key, nonce, sealed, place) {
  try {
    return unpadded(xchacha20poly1305(key, nonce, place).decrypt(sealed));
  } catch {
    return null;
  }
}

// 01 || day || alias || language || worry || flags || length || text
export function writeRecord({ day, alias, language, worry, text }) {
  const words = [alias, language, worry].map(bytesOf).flatMap(word => [[word.length], word]);
  const said = bytesOf(text);
  return joined([version], number(day), ...words, number(0, 2), number(said.length), said);
}

// null when it is none; rest is what follows the text.
export function readRecord(bytes) {
  if (!bytes || bytes.length < 14 || bytes[0] !== version) return null;
  let at = 5;
  const words = [];
  for (let i = 0; i < 3; i++) {
    const length = bytes[at];
    words.push(textOf(bytes.subarray(at + 1, at + 1 + length)));
    at += 1 + length;
  }
  const length = read(bytes, at + 2);
  if (!(at + 6 + length <= bytes.length)) return null;
  const [alias, language, worry] = words;
  return { day: read(bytes, 1), alias, language, worry, text: textOf(bytes.subarray(at + 6, at + 6 + length)), signed: bytes.subarray(0, at + 6 + length), rest: bytes.subarray(at + 6 + length) };
}

// What an adviser's reply ends with: 8 bytes that name the key, and a signature over the place and the record.
export function signedRecord(record, place, by) {
  return joined(record, fingerprint(by.verify), ed25519.sign(joined(bytesOf('cairn/reply/v1'), place, record), by.secret));
}

// The key that signed it, of those given; null when none of them did.
export function signerOf(record, place, verifyKeys) {
  if (record.rest.length !== 72) return null;
  const name = record.rest.subarray(0, 8), statement = joined(bytesOf('cairn/reply/v1'), place, record.signed);
  return verifyKeys.find(key => same(fingerprint(key), name) && ed25519.verify(record.rest.subarray(8), statement, key)) ?? null;
}

export const fingerprint = key => sha256(key).subarray(0, 8);

// What advisers sort by: language(8) || worry(16), padded with zeros.
export function readLabel(key, covered, conversation) {
  const plain = uncover(key, covered, contexts.label(conversation));
  const word = bytes => textOf(bytes).replace(/\0+$/, '');
  return plain ? { language: word(plain.subarray(0, 8)), worry: word(plain.subarray(8)) } : { language: '', worry: '' };
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

// A private key for paper: 52 letters, then four that catch a slip; in groups of four.
export function onPaper(secret) {
  const check = sha256(joined(bytesOf('cairn/recovery/check/v1'), secret));
  return (inLetters(secret, 52) + inLetters(check.subarray(0, 3), 5).slice(0, 4)).match(/.{4}/g);
}

function inLetters(bytes, count) {
  let text = '', bits = 0, value = 0;
  for (const byte of bytes) {
    value = value * 256 + byte;
    for (bits += 8; bits >= 5; bits -= 5) {
      text += letters[Math.floor(value / 2 ** (bits - 5)) % 32];
      value %= 2 ** (bits - 5);
    }
  }
  return (bits > 0 ? text + letters[value * 2 ** (5 - bits)] : text).slice(0, count);
}

// null when a letter is wrong.
export function fromPaper(typed) {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (plain.length !== 56 || [...plain].some(letter => !letters.includes(letter))) return null;
  const secret = new Uint8Array(32);
  let bits = 0, value = 0, at = 0;
  for (const letter of plain.slice(0, 52)) {
    value = value * 32 + letters.indexOf(letter);
    bits += 5;
    if (bits >= 8) {
      if (at < 32) secret[at++] = Math.floor(value / 2 ** (bits - 8));
      bits -= 8;
      value %= 2 ** bits;
    }
  }
  return onPaper(secret).join('') === plain ? secret : null;
}
