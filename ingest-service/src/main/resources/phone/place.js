// Where this phone is. A photo gets the newest fix; one that was taken before there was any gets the first that follows.
import { change, shots } from './store.js';

const FRESH = 60_000;
const LATE = 120_000;
let fix = null;
let watch = null;
let state = 'SEARCHING';
let told = () => {};

/** SEARCHING, FOUND, DENIED or NONE. */
export const placeState = () => state;
export const accuracy = () => fix?.accuracy ?? null;

/** The newest fix, unless it is too old to say where a photo is being taken. */
export const placeNow = () => (fix && Date.now() - fix.at < FRESH ? placeOf(fix) : null);

export function watchPlace(listener) {
  told = listener;
  if (!navigator.geolocation || !window.isSecureContext) return report('NONE');
  const look = () => {
    if (document.hidden && watch !== null) {
      navigator.geolocation.clearWatch(watch);
      watch = null;
    } else if (!document.hidden && watch === null) {
      watch = navigator.geolocation.watchPosition(found, failed, { enableHighAccuracy: true, maximumAge: 5_000, timeout: 30_000 });
    }
  };
  document.addEventListener('visibilitychange', look);
  look();
}

/** Asks once more, for a photo that has no place; null when there is none to be had. */
export function placeOnRequest() {
  return new Promise((done) => {
    if (!navigator.geolocation || !window.isSecureContext) return done(null);
    navigator.geolocation.getCurrentPosition((position) => {
      found(position);
      done(placeOf(fix));
    }, (error) => {
      failed(error);
      done(null);
    }, { enableHighAccuracy: true, maximumAge: 30_000, timeout: 20_000 });
  });
}

async function found({ coords }) {
  fix = { latitude: coords.latitude, longitude: coords.longitude, accuracy: coords.accuracy, at: Date.now() };
  report('FOUND');
  for (const shot of await shots()) {
    const since = Date.now() - Date.parse(shot.taken);
    if (shot.state === 'WAITING' && shot.live && !shot.place && since < LATE) await change(shot.key, { place: placeOf(fix) });
  }
}

function failed(error) {
  report(error.code === error.PERMISSION_DENIED ? 'DENIED' : placeNow() ? 'FOUND' : 'SEARCHING');
}

function report(now) {
  state = now;
  told();
}

const placeOf = ({ latitude, longitude, accuracy: metres }) => ({ latitude, longitude, accuracy: metres });
