const byId = (id) => document.getElementById(id);

gotalk.handleNotification('article', (text) => {
  byId('articles').appendChild(document.createElement('li')).textContent = text;
});

const sock = gotalk.connection();

sock.on('open', async () => {
  byId('state').textContent = `You are ${await sock.request('who')}.`;
});

// The user has signed out, here or in another tab: the page says so, and does not try to come back.
sock.on('unauthorized', ({ text }) => {
  byId('state').textContent = `You are signed out: ${text}.`;
  byId('again').hidden = false;
});

sock.on('ended', ({ text }) => {
  byId('state').textContent = `This is the end: ${text}.`;
});

byId('publish').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    await sock.request('publish', new FormData(event.target).get('article'));
    byId('answer').textContent = 'Published.';
  } catch (error) {
    byId('answer').textContent = error.message;
  }
});
