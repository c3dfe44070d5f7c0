// Handing messages of a flagged conversation over to police or child protection: one adviser chooses and signs, another sees the same words and signs, then the package can be made.
import * as evidence from './evidence.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { same, senders } from './sealing.js';
import { bytes } from './wire.js';
import { el, button, field, choice, dayName, download } from './page.js';

const senderNames = new Map([[senders.seeker, 'person'], [senders.adviser, 'adviser'], [senders.automatic, 'automatic']]);

// desk: { opening, inHand, me, own, say, act, again, whole }, whole being false when a message is missing, moved, changed or cut off.
export function handingToOthers(desk) {
  const asked = desk.inHand.thread.package;
  return el('section', { class: 'desk-package' }, el('h3', {}, 'Hand over to police or child protection'),
    !asked ? asking(desk) : !asked.approver && asked.by === desk.me ? waiting(desk, asked) : !asked.approver ? agreeing(desk, asked) : making(desk, asked));
}

const notWhole = 'This conversation is not whole, so nobody can sign what it says. Tell your supervisor: a child in danger is told to the police by telephone, now.';

const unsigned = message => message.sender === senders.adviser && !message.by;

// What is in the package, as both browsers make it. Null when it is not whole, or when an adviser's words in it bear no signature that fits: anybody of the desk could have put them there.
function made({ opening, inHand, whole }, { reason, day, chosen, total }) {
  const messages = inHand.records.filter(r => chosen.includes(r.sequence));
  if (!whole || messages.length !== chosen.length || messages.some(m => !m.record || unsigned(m))) return null;
  const facts = {
    campaign: opening.campaign, desk: opening.concerns ? 'the concerns desk' : 'the helpline’s desk', mark: inHand.thread.mark, day, language: inHand.language, count: total,
    reason: opening.reasons.find(r => r.code === reason)?.what ?? reason,
    messages: messages.map(m => ({ sequence: m.sequence, sender: senderNames.get(m.sender), day: m.record.day, hour: m.hour, alias: m.record.alias, text: m.record.text })),
  };
  const contents = evidence.contentsOf(facts);
  const manifest = evidence.manifestOf(facts, contents);
  return { contents, manifest, digest: sha256(manifest) };
}

function asking(desk) {
  const { opening, inHand, own, say, act, again } = desk;
  const boxes = inHand.records.map(r => el('input', { type: 'checkbox', id: 'desk-chosen-' + r.sequence, value: r.sequence, checked: r.sender !== senders.automatic && !unsigned(r) }));
  const reason = choice('desk-package-reason', [['', 'choose …'], ...opening.reasons.map(r => [r.code, r.what])]);
  return [
    el('p', {}, 'Choose what is handed over and sign it. Another adviser of the desk takes the conversation, sees the same words and signs too. Until the hand-over is closed nothing of it is deleted and the flag stays up.'),
    el('fieldset', { class: 'desk-chosen' }, el('legend', {}, 'Messages'), boxes.map((box, i) => el('p', {}, box, ' ', el('label', { for: box.id }, `Message ${inHand.records[i].sequence}, ${senderNames.get(inHand.records[i].sender)}`)))),
    field('desk-package-reason', 'Why', reason),
    button('Sign, and ask another adviser', async () => {
      const chosen = boxes.filter(b => b.checked).map(b => Number(b.value));
      if (!chosen.length) return say('Choose at least one message.');
      if (!reason.value) return say('Choose why it is handed over.');
      if (!desk.whole) return say(notWhole);
      const forged = inHand.records.find(r => chosen.includes(r.sequence) && unsigned(r));
      if (forged) return say(`Leave out message ${forged.sequence}: its signature does not fit. Its adviser may have new keys since; the package says that it was left out.`);
      const asked = { reason: reason.value, day: opening.day, chosen, total: inHand.records.length };
      const what = made(desk, asked);
      if (!what) return say('A message that you chose does not open.');
      if (await act('package', { conversation: inHand.item.id, code: reason.value, day: opening.day, chosen, total: asked.total, digest: what.digest, signature: evidence.signed(what.manifest, own.sign) })) await again();
    }, { class: 'console-button danger' }),
  ];
}

const facts = ({ opening }, asked) => el('p', {}, `${asked.called} signed on ${dayName(asked.day)} for messages ${asked.chosen.join(', ')}: ${opening.reasons.find(r => r.code === asked.reason)?.what ?? asked.reason}.`);

function ending({ inHand, act, again }, label) {
  return button(label, async () => { if (await act('package-end', { conversation: inHand.item.id })) await again(); }, { class: 'console-button second' });
}

const waiting = (desk, asked) => [
  facts(desk, asked),
  el('p', {}, 'One signature is not enough. Put the conversation back, so that another adviser of the desk can take it, read it and sign.'),
  ending(desk, 'Withdraw it'),
];

function agreeing(desk, asked) {
  const { inHand, own, say, act, again } = desk;
  return [
    facts(desk, asked),
    el('p', {}, 'Uncover and read each of these messages. Sign only if they should be handed over for this reason.'),
    el('div', { class: 'desk-acts' }, button('I have read them: sign', async () => {
      const unread = inHand.records.filter(r => asked.chosen.includes(r.sequence) && r.sender === senders.seeker && !inHand.shown.has(r.sequence));
      if (unread.length) return say(`Uncover message ${unread[0].sequence} first.`);
      if (!desk.whole) return say(notWhole);
      const what = made(desk, asked);
      if (!what || !same(what.digest, bytes(asked.digest)) || !isBy(desk, what, asked.by, asked.signed))
        return say('What they signed is not what you see. Do not sign. Tell your supervisor.');
      if (await act('package-approve', { conversation: inHand.item.id, digest: what.digest, signature: evidence.signed(what.manifest, own.sign) })) await again();
    }, { class: 'console-button danger' }), ending(desk, 'Refuse it')),
  ];
}

const signerOf = ({ opening }, id) => opening.signers.find(s => s.id === id);

const isBy = (desk, what, id, signature) => evidence.isSigned(what.manifest, bytes(signature), signerOf(desk, id)?.verify ?? new Uint8Array(32));

function making(desk, asked) {
  const { inHand, say } = desk;
  const told = el('div', { role: 'status' });
  return [
    facts(desk, asked),
    el('p', {}, `${asked.approverCalled} saw the same words and signed. The package is made in this browser, under a passphrase that is shown once.`),
    el('div', { class: 'desk-acts' }, button('Make the package', async event => {
      if (!desk.whole) return say(notWhole);
      const what = made(desk, asked);
      if (!what || !same(what.digest, bytes(asked.digest)) || !isBy(desk, what, asked.by, asked.signed) || !isBy(desk, what, asked.approver, asked.countersigned))
        return say('What was signed is not what you see. Do not hand it over. Tell your supervisor.');
      // It may take a second or two, and the browser draws nothing meanwhile.
      [event.target.disabled, event.target.textContent] = [true, 'Making …'];
      await new Promise(done => setTimeout(done, 50));
      const passphrase = evidence.passphrase();
      const signatures = [[asked.by, asked.signed], [asked.approver, asked.countersigned]].map(([id, signature]) => ({ called: signerOf(desk, id).called, verify: signerOf(desk, id).verify, signature: bytes(signature) }));
      const packed = evidence.packed(evidence.itemsOf(what.contents, what.manifest, signatures), passphrase);
      download(`cairn-evidence-${inHand.thread.mark}.zip`, packed);
      told.replaceChildren(
        el('p', {}, 'The package is saved. Its passphrase, shown once: ', el('code', { class: 'desk-fingerprint', id: 'desk-package-passphrase' }, passphrase)),
        el('p', {}, 'Give the passphrase another way than the package: by telephone, to a number that you know. Delete the file here when they have it.'));
      [event.target.disabled, event.target.textContent] = [false, 'Make the package'];
    }), ending(desk, 'It is handed over: close it')),
    told,
  ];
}
