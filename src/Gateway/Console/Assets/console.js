// Keys, palette, clipboard and the session's life: all that must not wait for the server. Below 5 kB as sent.
const find = (selector, from = document) => from.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
const palette = () => find('#palette');
const isTyping = (e) => e.target.closest?.('input, textarea, select, [contenteditable]');
const keysAreOn = () => localStorage.getItem('keys') !== 'off';
let going = false, asked = 0, last = {}, isAsking = false, isEntered = false, wait;

async function fill(text, mine) {
  const list = find('#palette-list');
  const answer = await fetch(`${list.dataset.source}?q=${encodeURIComponent(text)}`).catch(() => null);
  if (mine !== asked) return;
  if (answer?.status === 401) return location.reload();
  const found = answer?.ok ? await answer.text() : find('#palette-silent').innerHTML;
  if (mine !== asked) return;
  list.innerHTML = found;
  choose(0);
  isAsking = false;
  if (isEntered && palette().open) options()[0]?.click();
  isEntered = false;
}

function ask(text, after = 0) {
  clearTimeout(wait);
  [isAsking, isEntered] = [true, false];
  wait = setTimeout(fill, after, text, ++asked);
}

function open(text = '') {
  const box = find('#palette-text');
  if (!palette() || palette().open) return;
  box.value = text;
  palette().showModal();
  box.focus();
  ask(text);
}

const options = () => all('#palette-list [role=option]:not([aria-disabled])');

function choose(index) {
  const found = options();
  const at = found.length ? (index + found.length) % found.length : -1;
  found.forEach((option, i) => option.setAttribute('aria-selected', i === at));
  found[at]?.scrollIntoView({ block: 'nearest' });
  const box = find('#palette-text');
  at < 0 ? box.removeAttribute('aria-activedescendant') : box.setAttribute('aria-activedescendant', found[at].id);
}

const chosen = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true');

function paletteKey(e) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  if (step) choose(chosen() + step);
  else if (e.key === 'Enter') isAsking ? (isEntered = true) : options()[chosen()]?.click(); // Of what is typed now.
  else return;
  e.preventDefault();
}

// A list gets its length after it was told to go to its end: it is followed until that stays, or somebody scrolls.
window.listToBegin = (list) => find(list)?.scrollTo(0, 0);
window.listToEnd = (list) => {
  const body = find(list);
  let [top, height, rest] = [-1, -1, 30];
  const follow = () => {
    if (!body?.isConnected || (body.scrollHeight === height && body.scrollTop < top - 1)) return;
    rest = body.scrollHeight === height ? rest - 1 : 30;
    body.scrollTo(0, body.scrollHeight);
    [top, height] = [body.scrollTop, body.scrollHeight];
    if (rest > 0) requestAnimationFrame(follow);
  };
  follow();
};

// What an address asked for was taken up: a page that comes back does not take it up again.
window.unlink = (name) => {
  const address = new URL(location);
  address.searchParams.delete(name);
  history.replaceState(history.state, '', address);
};

const rows = () => all('[data-rows] tbody tr').filter((each) => find('a, button', each));

// The page has the focus, or its heading, to which it goes when the page is there: that may be after the first key.
const isPage = (one) => one === document.body || one.matches('h1');

// Also when the rows were drawn anew, and the focus fell out.
const current = (found) => isPage(document.activeElement) && last.path === location.pathname
  ? last.at : found.findIndex((each) => each.contains(document.activeElement));

function move(step) {
  const found = rows(), from = current(found);
  if (!found.length) return;
  const at = Math.max(0, Math.min(found.length - 1, (from < 0 ? (step > 0 ? -1 : found.length) : from) + step));
  last = { path: location.pathname, at };
  find('a, button', found[at]).focus();
}

// A key that comes before the rows it is for waits for them, in its turn: people are faster than lists.
const early = [];
const areComing = () => find('.ready:disabled [data-rows]') || (!rows().length
  && find('[data-rows][aria-busy=true], [data-rows][data-count]:not([data-count="0"])'));

function onRows(act) {
  if (!early.length && !areComing()) return act();
  if (early.push(act) === 1) waitForRows(location.pathname, 400);
}

function waitForRows(path, tries) {
  if (path !== location.pathname || !tries) return (early.length = 0);
  if (!areComing()) return early.splice(0).forEach((act) => act());
  setTimeout(waitForRows, 50, path, tries - 1);
}

function enter(found, row = found[current(found)]) {
  if (row) find('a, button', row).click();
}

// And a key for a button that is not in use yet, as the server is not there, waits for that button.
function press(selector, path = location.pathname, tries = 400) {
  const one = find(selector), waits = one ? one.closest('.ready:disabled') : tries < 400;
  if (!waits) return one?.click();
  if (tries && path === location.pathname) setTimeout(press, 50, selector, path, tries - 1);
}

function letter(e) {
  if (going) {
    going = false;
    return find(`[data-hotkey="${CSS.escape(e.key)}"]`)?.click();
  }
  if (e.key === 'g') return (going = true);
  if (e.key === 'j' || e.key === 'k') return onRows(() => move(e.key === 'j' ? 1 : -1));
  if (e.key === 'x') return document.activeElement.closest('tr')?.querySelector('[type=checkbox]')?.click();
  if (e.key === '?') return find('[data-help] summary')?.click();
  press(`[data-key="${CSS.escape(e.key)}"]`);
}

// What is open, then the field, whose text stays, then the page, where the one before is one of ours.
function leave(e) {
  const opened = all('details[open]');
  if (opened.length) return opened.forEach((each) => (each.open = false));
  if (isTyping(e)) { e.preventDefault(); return e.target.blur(); }
  if (window.navigation?.canGoBack && !e.defaultPrevented) history.back();
}

document.addEventListener('keydown', (e) => {
  if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k') { e.preventDefault(); return open(); }
  if (palette()?.open) return paletteKey(e);
  if (e.key === 'Escape') return leave(e);
  if (e.ctrlKey || e.metaKey || e.altKey || isTyping(e)) return;
  if (e.key === 'Enter' && e.target.matches('[role=grid]')) return find('[id$=-active-item] a', e.target)?.click();
  if (e.key === 'Enter' && (isPage(e.target) || early.length)) return onRows(() => enter(rows()));
  if (e.key === '/') { e.preventDefault(); return open(); }
  if (keysAreOn() && e.key.length === 1) letter(e);
});

document.addEventListener('input', (e) => {
  if (e.target.id === 'palette-text') ask(e.target.value, 80);
  if (e.target.matches('[data-keys-switch]')) localStorage.setItem('keys', e.target.checked ? 'on' : 'off');
});

document.addEventListener('click', async (e) => {
  all('details[data-menu][open], details[data-help][open]').forEach((d) => d.contains(e.target) || (d.open = false));
  if (e.target === palette()) palette().close();
  if (e.target.closest('#palette a')) palette().close();
  if (e.target.closest('[data-print]')) print();
  const copy = e.target.closest('[data-copy]');
  if (!copy) return;
  await navigator.clipboard.writeText(find(copy.dataset.copy).innerText);
  const said = copy.textContent;
  copy.textContent = 'Copied';
  setTimeout(() => (copy.textContent = said), 2000);
});

document.addEventListener('toggle', (e) => {
  const box = find('[data-keys-switch]', e.target);
  if (box) box.checked = keysAreOn();
}, true);

// A session ends when nothing happens; on a page that talks to the server by itself, keys and clicks keep it.
let told = Date.now();
for (const kind of ['keydown', 'pointerdown']) document.addEventListener(kind, () => {
  if (Date.now() - told < 120000 || !find('.shell')) return;
  told = Date.now();
  fetch('/console/alive', { method: 'POST' });
});

// Whoever waits for the keys, such as a test, looks here.
window.billingKeys = true;
