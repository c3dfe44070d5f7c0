// What is asked of every conversation at the concerns desk. The answers are a note, sealed to the desk like every other.
import { el, button, field, choice } from './page.js';

const begins = 'Checklist.';
const clear = [['', 'choose …'], ['yes', 'yes'], ['no', 'no'], ['not clear', 'not clear']];
const questions = [
  ['child', 'Could a child be found from what was written, and is that child at risk?', 'A child could be found and is at risk', clear],
  ['danger', 'Is somebody in danger right now?', 'Somebody is in danger right now', clear],
  ['nation', 'Which nation?', 'Nation', [['', 'choose …'], ...['Scotland', 'England', 'Wales', 'Northern Ireland', 'elsewhere', 'not said'].map(n => [n, n])]],
];

export const isChecklist = text => text?.startsWith(begins) ?? false;

// What a note of this kind answers, by question.
function answered(text) {
  const lines = text.split('\n');
  return Object.fromEntries(questions.map(([name, , what]) => [name, lines.find(l => l.startsWith(what + ': '))?.slice(what.length + 2) ?? '']));
}

export function checklist(notes, keep, say) {
  const latest = notes.filter(note => isChecklist(note.record?.text)).at(-1);
  const before = latest ? answered(latest.record.text) : {};
  const asked = questions.map(([name, label, what, options]) => ({ name, what, label, input: choice('desk-check-' + name, options, before[name] ?? '') }));
  const advice = el('div', { class: 'desk-advice', role: 'status' });
  const valueOf = name => asked.find(a => a.name === name).input.value;
  const advise = () => advice.replaceChildren(...[
    valueOf('danger') === 'yes' && 'Call 999 yourself, now, with what you know. Then raise a red flag: somebody’s life is at risk.',
    valueOf('child') === 'yes' && 'Raise a red flag: a child is at risk and could be found. The supervisor on call decides with you whom to tell.',
    (valueOf('danger') === 'not clear' || valueOf('child') === 'not clear') && 'Ask one question that would make it clear, or raise a flag: you are not sure.',
  ].filter(Boolean).map(sentence => el('p', {}, sentence)));
  for (const { input } of asked) input.addEventListener('change', advise);
  advise();
  return el('section', { class: 'desk-checklist' }, el('h3', {}, latest ? 'Checklist' : 'Checklist: not answered yet'),
    asked.map(({ name, label, input }) => field('desk-check-' + name, label, input)),
    advice,
    button('Keep the answers', () => {
      if (asked.some(a => !a.input.value)) return say('Answer each question; “not clear” is an answer.');
      keep([begins, ...asked.map(a => `${a.what}: ${a.input.value}`)].join('\n'));
    }, { class: 'console-button second', id: 'desk-check-keep' }));
}
