// A ZIP under a passphrase, as 7-Zip and its like open it: AES-256 after WinZip's AE-2, nothing compressed, every entry dated 1 January 1980.
import { ecb } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { bytesOf, joined, random } from './sealing.js';

const version = 51, encrypted = 1, withAes = 99, date = 0x21;
const [saltBytes, keyBytes, checkBytes, proofBytes] = [16, 32, 2, 10];

// vendor version 2 || "AE" || 256 bits || stored
const aes = joined(little(0x9901, 2), little(7, 2), little(2, 2), bytesOf('AE'), [3], little(0, 2));

// items: [{ name, bytes }], names in ASCII. Only a test says which salts.
export function packed(items, passphrase, salt = () => random(saltBytes)) {
  const entries = [], directory = [];
  let at = 0;
  for (const { name, bytes } of items) {
    const sealed = sealedEntry(bytes, bytesOf(passphrase), salt());
    const called = bytesOf(name);
    // AE-2 leaves the check sum out: it would say something about the words.
    const shared = joined(little(version, 2), little(encrypted, 2), little(withAes, 2), little(0, 2), little(date, 2), little(0), little(sealed.length), little(bytes.length), little(called.length, 2), little(aes.length, 2));
    const entry = joined(little(0x04034b50), shared, called, aes, sealed);
    entries.push(entry);
    directory.push(joined(little(0x02014b50), little(version, 2), shared, little(0, 2), little(0, 2), little(0, 2), little(0), little(at), called, aes));
    at += entry.length;
  }
  const listed = joined(...directory);
  const end = joined(little(0x06054b50), little(0), little(items.length, 2), little(items.length, 2), little(listed.length), little(at), little(0, 2));
  return joined(...entries, listed, end);
}

// salt || two bytes that tell a wrong passphrase || ciphertext || first ten bytes of its HMAC
function sealedEntry(bytes, passphrase, salt) {
  const keys = pbkdf2(sha1, passphrase, salt, { c: 1000, dkLen: 2 * keyBytes + checkBytes });
  const stream = keystream(keys.subarray(0, keyBytes), bytes.length);
  const hidden = bytes.map((byte, i) => byte ^ stream[i]);
  return joined(salt, keys.subarray(2 * keyBytes), hidden, hmac(sha1, keys.subarray(keyBytes, 2 * keyBytes), hidden).subarray(0, proofBytes));
}

// WinZip counts blocks from 1, the least byte first: what the Web Cryptography of browsers does not.
function keystream(key, length) {
  const blocks = new Uint8Array(Math.ceil(length / 16) * 16);
  const view = new DataView(blocks.buffer);
  for (let at = 0; at < blocks.length; at += 16) view.setUint32(at, at / 16 + 1, true);
  return ecb(key, { disablePadding: true }).encrypt(blocks);
}

function little(value, length = 4) {
  return Uint8Array.from({ length }, (_, i) => Math.floor(value / 256 ** i) % 256);
}
