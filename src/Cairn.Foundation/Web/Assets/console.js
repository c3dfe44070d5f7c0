// The console's only script: lets a form be sent with a passkey. Everything else in the console works without it.
const able = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const button = form.querySelector('[data-passkey-button]');
  const problem = form.querySelector('[data-passkey-problem]');
  if (!able) continue;
  form.querySelector('[data-passkey-off]').hidden = true;
  button.hidden = false;
  button.addEventListener('click', () => send(form, button, problem));
  // Enter in a field of such a form means the button, not an empty answer.
  form.addEventListener('submit', event => {
    if (!form.elements.credential.value && event.submitter === null) {
      event.preventDefault();
      send(form, button, problem);
    }
  });
}

async function send(form, button, problem) {
  if (!form.reportValidity()) return;
  problem.hidden = true;
  button.disabled = true;
  try {
    const answer = await fetch(form.dataset.question, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin' });
    // Not a question: the page has something to say first (a field is wrong, or who are you). Sending the form shows it.
    if (!answer.headers.get('content-type')?.startsWith('application/json')) return form.submit();
    const question = await answer.json();
    const credential = form.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch (error) {
    problem.textContent = error?.name === 'InvalidStateError'
      ? 'This device already holds a passkey for this account.'
      : 'The passkey was not used: it was cancelled, took too long, or this device has none for this site.';
    problem.hidden = false;
    button.disabled = false;
    button.focus();
  }
}
