const heard = [];
const resumed = [];
let plain;
let again;

gotalk.handleNotification('said', (text) => heard.push(text));
const sock = gotalk.connection().on('resumed', (how) => resumed.push(how));
const address = gotalk.defaultResponderAddress;

/** A peer of few words, without gotalk.v1; all that it is sent, a character for each byte. */
function speakPlainly(to) {
  const ws = new WebSocket(to);
  const open = new Promise((resolve) => (ws.onopen = resolve));
  const peer = { received: '', join };
  ws.binaryType = 'arraybuffer';
  ws.onmessage = ({ data }) => {
    peer.received += typeof data === 'string' ? data : String.fromCharCode(...new Uint8Array(data));
  };
  async function join(room) {
    await open;
    ws.send('01');
    ws.send(`r000100c$gotalk/join${(room.length + 2).toString(16).padStart(8, '0')}`);
    ws.send(JSON.stringify(room));
    while (!peer.received.includes('R0001')) await new Promise((resolve) => ws.addEventListener('message', resolve, { once: true }));
  }
  return peer;
}
