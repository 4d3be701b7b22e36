// The live view of the camera behind the phone, as long as the page is looked at.
const WISHES = { audio: false, video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } } };
let stream = null;
let state = 'STARTING';
let opening = null;

/** STARTING, LIVE, DENIED, NONE or INSECURE. */
export const cameraState = () => state;

export function watchCamera(video, told) {
  const look = async () => {
    if (document.hidden) {
      stream?.getTracks().forEach((track) => track.stop());
      stream = null;
      return;
    }
    if (stream || opening) return;
    opening = open(video).finally(() => { opening = null; });
    state = await opening;
    told();
  };
  document.addEventListener('visibilitychange', look);
  return look();
}

async function open(video) {
  if (!navigator.mediaDevices?.getUserMedia) return window.isSecureContext ? 'NONE' : 'INSECURE';
  try {
    stream = await navigator.mediaDevices.getUserMedia(WISHES);
    stream.getVideoTracks()[0].addEventListener('ended', () => { stream = null; });
    video.srcObject = stream;
    await video.play();
    return 'LIVE';
  } catch (error) {
    return error.name === 'NotAllowedError' ? 'DENIED' : 'NONE';
  }
}

/** Whether the shutter takes what the live view shows, rather than opening the phone's own camera. */
export const isLive = (video) => state === 'LIVE' && stream !== null && video.videoWidth > 0;
