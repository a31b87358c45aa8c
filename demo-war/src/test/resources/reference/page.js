/* Written as a user of the reference browser library 1.2.1 would: nothing in here knows which library it runs on. */
'use strict';

var texts = {
  'text in ASCII': 'hello',
  'text with umlauts': 'hej åäö ß',
  'text in Japanese and Chinese': 'こんにちは、世界 你好',
  'text with emoji': 'a😀b',
  'text with emoji of several code points': '👩‍👩‍👧‍👦 🇸🇪 👍🏽',
  'text that JSON must escape': '"\\/\b\f\n\r\t\u0000\u2028',
  'empty text': '',
  'long text': new Array(20001).join('日本😀'),
};

expect(Object.keys(texts));
expect(['open', 'heartbeat', 'promise', 'many at once', 'value of any kind', 'no value', 'end']);
expect(['buffer of text', 'buffer of bytes', 'empty buffer', 'buffer promise']);
expect(['error', 'error as promise', 'unknown operation', 'failure of the server']);
expect(['notification', 'request of the server', 'emoji in a request of the server', 'buffer request of the server']);
expect(['refusal of a request of the server', 'unknown request of the server']);

// What the server asks of this page.

gotalk.handle('upper', function (params, result) {
  result(params.text.toUpperCase());
});

gotalk.handle('later', function (params, result) {
  setTimeout(function () { result(['later', params]); }, 1);
});

gotalk.handleBufferRequest('buffer', function (payload, result, op) {
  result(payload);
});

gotalk.handle('refuse', function (params, result) {
  result.error(new Error('client says no, sorry 😢'));
});

gotalk.handleNotification('noted', function (value, name) {
  same('notification', [name, value], ['noted', { title: '世界 😀', at: [1, null, true] }]);
});

// What this page asks of the server.

function start(sock) {
  Object.keys(texts).forEach(function (name) {
    sock.request('echo', texts[name], function (err, result) {
      same(name, outcome(err, result), texts[name]);
    });
  });

  sock.request('buffer-echo', { a: [1, 2.5, 'ö', null, { b: false }] }, function (err, result) {
    same('value of any kind', outcome(err, result), { a: [1, 2.5, 'ö', null, { b: false }] });
  });
  sock.request('buffer-echo', function (err, result) {
    same('no value', outcome(err, result), null);
  });
  sock.requestp('echo', 'promised 😀').then(function (result) {
    same('promise', result, 'promised 😀');
  });

  var questions = [];
  for (var i = 0; i < 100; i++) questions.push(sock.requestp('echo', 'number ' + i));
  Promise.all(questions).then(function (answers) {
    same('many at once', answers, answers.map(function (_, i) { return 'number ' + i; }));
  });

  sock.notify('note', { title: '世界 😀', at: [1, null, true] });

  askForBuffers(sock);
  askForErrors(sock);
  letTheServerAsk(sock);
}

function askForBuffers(sock) {
  sock.bufferRequest('buffer-echo', 'as text', function (err, result) {
    same('buffer of text', outcome(err, bytesOf(result)), bytesOf('as text'));
  });
  var all = new Uint8Array(256);
  for (var i = 0; i < 256; i++) all[i] = i;
  sock.bufferRequest('buffer-echo', all, function (err, result) {
    same('buffer of bytes', outcome(err, bytesOf(result)), bytesOf(all));
  });
  sock.bufferRequest('buffer-echo', null, function (err, result) {
    same('empty buffer', outcome(err, bytesOf(result)), []);
  });
  sock.bufferRequestp('buffer-echo', 'promised').then(function (result) {
    same('buffer promise', bytesOf(result), bytesOf('promised'));
  });
}

function askForErrors(sock) {
  sock.request('fail', 'x', function (err, result) {
    same('error', outcome(err, result), 'error: intended failure');
  });
  sock.requestp('fail', 'x').catch(function (err) {
    same('error as promise', err.message, 'intended failure');
  });
  sock.request('no such thing', 'x', function (err, result) {
    same('unknown operation', outcome(err, result), 'error: unknown operation "no such thing"');
  });
  sock.request('panic', 'x', function (err) {
    report('failure of the server', /^internal error/.test(err && err.message) ? null : outcome(err, 'none'));
  });
}

function letTheServerAsk(sock) {
  function callback(name, op, payload, expected) {
    sock.request('callback', { op: op, payload: payload }, function (err, result) {
      same(name, outcome(err, result), expected);
    });
  }
  callback('request of the server', 'upper', '{"text":"from the server"}', 'FROM THE SERVER');
  callback('emoji in a request of the server', 'later', '"日本 😀"', ['later', '日本 😀']);
  callback('buffer request of the server', 'buffer', '"as it is"', 'as it is');
  callback('refusal of a request of the server', 'refuse', '1', 'error: client says no, sorry 😢');
  callback('unknown request of the server', 'missing', '1', 'error: no such operation "missing"');
}

// How it connects: the page's address says which part of the library is tried.

function connect(mode) {
  switch (mode) {
    case '#text':
      return gotalk.connection(null, null, gotalk.protocol.text);
    case '#no-subprotocol':
      // The one line that is ours; it makes our library frame messages as the reference does.
      return Object.assign(gotalk.Sock(gotalk.defaultHandlers), { subprotocol: '' }).openKeepAlive();
    default:
      return gotalk.connection();
  }
}

var sock = connect(location.hash);
sock.once('open', function () {
  report('open', sock.address() ? null : 'no address');
  start(sock);
});
sock.once('heartbeat', function (beat) {
  var skew = Math.abs(beat.time - new Date());
  report('heartbeat', beat.load >= 0 && beat.load <= 65535 && skew < 60000 ? null : JSON.stringify(beat));
});

sock.on('close', function (err) {
  report('end', err ? err.message : null);
});
