/* Checks that each tell their outcome as a line of the page. All must have been named before the page is done. */
'use strict';

var unfinished = {};

function expect(names) {
  names.forEach(function (name) { unfinished[name] = true; });
}

function report(name, problem) {
  var line = document.createElement('li');
  line.textContent = problem ? name + ': ' + problem : name;
  if (!unfinished[name]) line.textContent += ' (told twice, or never expected)';
  delete unfinished[name];
  var results = document.getElementById('results');
  results.appendChild(line);
  if (Object.keys(unfinished).length === 0) results.className = 'done';
}

function same(name, actual, expected) {
  var got = JSON.stringify(actual);
  var wanted = JSON.stringify(expected);
  report(name, got === wanted ? null : 'got ' + short(got) + ', not ' + short(wanted));
}

function short(text) {
  return String(text).length > 80 ? String(text).substr(0, 80) + '…' : text;
}

/** The outcome of a request as one value. */
function outcome(err, value) {
  return err ? 'error: ' + err.message : value;
}

/** The codec decides whether a buffer comes as bytes or as a string. */
function bytesOf(buf) {
  if (!buf) return [];
  return Array.prototype.slice.call(typeof buf === 'string' ? new TextEncoder().encode(buf) : buf);
}
