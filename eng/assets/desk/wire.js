// What the desk asks the server for. Bytes travel in base64.
import { fromBase64, toBase64 } from './sealing.js';

export class Refused extends Error {
  constructor(status, said) {
    super(said);
    this.status = status;
  }
}

export const wire = (desk, token) => ({
  get: (path, signal) => ask(`${desk}/${path}`, { signal }),
  post: (path, body) => ask(`${desk}/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-form-token': token }, body: JSON.stringify(body, plain) }),
});

export const asText = body => JSON.stringify(body, plain);

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, { credentials: 'same-origin', cache: 'no-store', redirect: 'error', ...options });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refused(0, 'The server cannot be reached, or you were signed out. Nothing was lost here.');
  }
  const json = answer.headers.get('content-type')?.startsWith('application/json') ? await answer.json() : null;
  if (!answer.ok) throw new Refused(answer.status, json?.said ?? 'The server refused. Load the page again; you may have to sign in.');
  return json;
}

function plain(key, value) {
  return value instanceof Uint8Array ? toBase64(value) : value;
}

export const bytes = text => text ? fromBase64(text) : null;
