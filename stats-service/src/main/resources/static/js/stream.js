// Live events. The browser reconnects and goes on where it was; while it cannot, `poll` is called instead.
const POLL_MILLIS = 10_000;
const RETRY_MILLIS = 30_000;

/**
 * Listens to /v1/stream: `on` maps an event's name to what takes its JSON; `reset` takes none. `state` hears
 * 'live' or 'polling'; `poll` is called at once when the stream breaks and every ten seconds until it is back.
 */
export function listen({ on, poll, state }) {
  let timer = 0;
  /** Id of the last event: from there a new stream goes on, or the server sends `reset`. */
  let seen = '';

  const broken = () => {
    if (timer) return;
    state('polling');
    timer = setInterval(poll, POLL_MILLIS);
  };
  const mended = () => {
    if (timer && !seen) poll();
    clearInterval(timer);
    timer = 0;
    state('live');
  };
  const open = () => {
    const source = new EventSource(seen ? `/v1/stream?lastEventId=${encodeURIComponent(seen)}` : '/v1/stream');
    source.addEventListener('open', mended);
    source.addEventListener('error', () => {
      broken();
      if (source.readyState === EventSource.CLOSED) setTimeout(open, RETRY_MILLIS);
    });
    for (const [name, take] of Object.entries(on)) {
      source.addEventListener(name, (event) => {
        seen = event.lastEventId;
        take(event.data ? JSON.parse(event.data) : null);
      });
    }
    addEventListener('pagehide', () => source.close(), { once: true });
  };
  open();
}
