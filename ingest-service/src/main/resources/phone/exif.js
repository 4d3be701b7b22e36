// When and where a photo of the library was taken, by its EXIF (CIPA DC-008); shrinking would lose it.
const GPS = 0x8825;
const PHOTO = 0x8769;
const ORIGINAL = 0x9003;
const ORIGINAL_OFFSET = 0x9011;
const SEARCHED = 256 * 1024;
const SIZES = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };

/** `{place, taken}` of a JPEG; what it does not say, or says unreadably, is null. */
export async function exif(file) {
  try {
    const tiff = segment(new DataView(await file.slice(0, SEARCHED).arrayBuffer()));
    if (!tiff) return { place: null, taken: null };
    const little = tiff.getUint16(0) === 0x4949;
    const main = directory(tiff, tiff.getUint32(4, little), little);
    const gps = main.get(GPS) ? directory(tiff, main.get(GPS)[0], little) : new Map();
    const photo = main.get(PHOTO) ? directory(tiff, main.get(PHOTO)[0], little) : new Map();
    return { place: placeOf(gps), taken: takenOf(photo) };
  } catch {
    return { place: null, taken: null };
  }
}

function segment(jpeg) {
  if (jpeg.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 10 < jpeg.byteLength && jpeg.getUint8(at) === 0xff; at += 2 + jpeg.getUint16(at + 2)) {
    if (jpeg.getUint16(at) === 0xffe1 && jpeg.getUint32(at + 4) === 0x45786966) {
      return new DataView(jpeg.buffer, at + 10, Math.min(jpeg.getUint16(at + 2) - 8, jpeg.byteLength - at - 10));
    }
  }
  return null;
}

function directory(tiff, at, little) {
  const found = new Map();
  for (let n = tiff.getUint16(at, little), entry = at + 2; n > 0; n -= 1, entry += 12) {
    const type = tiff.getUint16(entry + 2, little);
    const count = tiff.getUint32(entry + 4, little);
    const size = SIZES[type];
    if (!size || count > 64) continue;
    const from = size * count > 4 ? tiff.getUint32(entry + 8, little) : entry + 8;
    found.set(tiff.getUint16(entry, little), Array.from({ length: count }, (any, i) => value(tiff, from + i * size, type, little)));
  }
  return found;
}

function value(tiff, at, type, little) {
  if (type === 2) return String.fromCharCode(tiff.getUint8(at));
  if (type === 3) return tiff.getUint16(at, little);
  if (type === 5) return tiff.getUint32(at, little) / tiff.getUint32(at + 4, little);
  return SIZES[type] === 4 ? tiff.getUint32(at, little) : tiff.getUint8(at);
}

function placeOf(gps) {
  const degrees = (parts, sign) => parts && (parts[0] + (parts[1] ?? 0) / 60 + (parts[2] ?? 0) / 3600) * sign;
  const latitude = degrees(gps.get(2), gps.get(1)?.[0] === 'S' ? -1 : 1);
  const longitude = degrees(gps.get(4), gps.get(3)?.[0] === 'W' ? -1 : 1);
  const sound = Number.isFinite(latitude) && Number.isFinite(longitude) && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
  return sound ? { latitude, longitude, accuracy: null } : null;
}

/** Without an offset of its own the time is taken for this phone's. */
function takenOf(photo) {
  const text = (tag) => photo.get(tag)?.join('').replace(/\0.*$/, '') ?? '';
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(text(ORIGINAL));
  if (!parts) return null;
  const offset = /^[+-]\d\d:\d\d/.exec(text(ORIGINAL_OFFSET))?.[0] ?? '';
  const taken = new Date(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}${offset}`);
  return Number.isNaN(taken.getTime()) ? null : taken.toISOString();
}
