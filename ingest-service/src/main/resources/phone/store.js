// The photos on this phone. A photo is here before anything else happens to it, and leaves only once the gateway has it or
// the warden throws it away.
//
// A shot: key (its Idempotency-Key), taken (instant), image, thumb, place, live, typed, state WAITING·SENT·REFUSED, fault,
// untimed (the phone's clock is wrong); once sent id, sentAt, result, and word {plate, told, lost}: what the warden said of it.
const KEPT_AFTER_SENDING = 24 * 3600 * 1000;
const MOST_SENT = 100;
const listeners = new Set();
let opened;

function open() {
  opened ??= new Promise((done, failed) => {
    const request = indexedDB.open('plateflow', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('shots', { keyPath: 'key' });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  return opened;
}

async function work(mode, act) {
  const database = await open();
  return new Promise((done, failed) => {
    const transaction = database.transaction('shots', mode);
    const request = act(transaction.objectStore('shots'));
    transaction.oncomplete = () => done(request?.result);
    transaction.onabort = transaction.onerror = () => failed(transaction.error);
  });
}

export const onChange = (listener) => listeners.add(listener);
const changed = () => listeners.forEach((listener) => listener());

/** All shots, the oldest first. */
export const shots = async () => (await work('readonly', (store) => store.getAll())).sort((a, b) => a.taken.localeCompare(b.taken) || a.key.localeCompare(b.key));

export async function add(shot) {
  await work('readwrite', (store) => store.add(shot));
  changed();
}

/** Changes one shot as it is stored now; nothing happens to one that is gone. */
export async function change(key, changes) {
  await work('readwrite', (store) => {
    const found = store.get(key);
    found.onsuccess = () => found.result && store.put({ ...found.result, ...changes });
    return found;
  });
  changed();
}

export async function drop(key) {
  await work('readwrite', (store) => store.delete(key));
  changed();
}

/** Forgets what was sent long ago and has nothing left to tell. */
export async function tidy() {
  const sent = (await shots()).filter((shot) => shot.state === 'SENT' && !(shot.word && !shot.word.told)).reverse();
  const old = sent.filter((shot, n) => n >= MOST_SENT || Date.now() - Date.parse(shot.sentAt) > KEPT_AFTER_SENDING);
  for (const shot of old) await work('readwrite', (store) => store.delete(shot.key));
  if (old.length) changed();
}

/** Asks the browser not to clear the store when the phone runs short. */
export const persist = () => navigator.storage?.persist?.().catch(() => false);
