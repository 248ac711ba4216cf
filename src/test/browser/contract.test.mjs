// Every method of the client package against a running server, as its users call it.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import {
  ApiKey, Attachment, Channel, Comment, ListChannel, ListMetrics, Pack, Photo, Post, Subscription, Tweet, TweetReply, User,
  assertFields, assertSlice, loadClient,
} from './contract.mjs';
import { lastMailTo, site } from './site.mjs';
import { startUnsplash } from './unsplash.mjs';

const run = Date.now().toString(36);

// What the server does not do yet. Whoever builds one of these takes it out: a method that works and stands here
// fails the test.
const missing = new Set([
  // accounts with other services
  'getTwitterAuthUrl',
]);
// The same for the second client, most of whose calls are about money.
const missingAuxilia = new Set([
  'placeSubscriptionOrder', 'getOrder', 'getMyOrders', 'getListOrders', 'getListIncomes',
  'getListPayments', 'updateListPaymentsReferral', 'updateListCryptoPayments', 'updateListFiatPayments', 'getPayout',
  'updatePayout', 'connectToStripe', 'genStripeLoginURL', 'updateCryptoPayout', 'updatePaypalPayout',
  'connectToPaypal', 'disconnectToPaypal', 'genPaypalLoginURL', 'updateWisePayout', 'registerEvm', 'unregisterEvm',
  'getTax', 'submitTaxInfo', 'uploadResidenceProof', 'getPayoutItems', 'proxyToDiscord', 'getAbuseReportOpponent',
  'getCryptos', 'getCrypto', 'createAbuseReport',
]);
// Plumbing rather than a call of the API.
const plumbing = new Set(['constructor', 'getAccessToken', 'request', 'requestFormData', 'getPostPreviewUrl']);

let quail;
let client;
let auxilia;
const called = new Set();
const world = {};
let unsplash;

before(async () => {
  unsplash = await startUnsplash(process.env.QUAILY_UNSPLASH_PORT);
  console.error = () => {}; // the package writes every failure there
  quail = await loadClient();
  client = new quail.Client({ apibase: `${site}/api` });
  auxilia = new quail.AuxiliaClient({ apibase: `${site}/api/auxilia` });
  world.email = `contract-${run}@example.com`;
});

after(() => {
  unsplash?.close();
  unsplash?.closeAllConnections();
});

test('the example in the manual can be pasted as it stands', async () => {
  const manual = await readFile(process.env.QUAILY_API_MANUAL, 'utf8');
  const [, example] = /```sh\n(site=[^]*?)```/.exec(manual);
  const local = example.replace(/^site=.*$/m, `site=${site}`);
  assert.match(local, /\$token/);
  const { stdout } = await promisify(execFile)('bash', ['-euc', local], { timeout: 120_000 });
  assert.match(stdout, /<strong>words<\/strong>/, stdout);
});

/** Calls a method; one that is listed as missing has to fail for that reason and answers nothing. */
async function call(method, ...values) {
  called.add(method);
  if (!missing.has(method)) {
    return client[method](...values);
  }
  await assert.rejects(client[method](...values), `${method} works now: take it out of the list of missing ones`);
  return null;
}

test('somebody logs in with the code of a mail', async () => {
  await call('getAuthCode', world.email, '');
  const [code] = (await lastMailTo(world.email)).match(/\b\d{6}\b/);
  const login = await call('login', world.email, code);
  assertFields(login.user, { ...User, email: 'text' }, 'user');
  client.access_token = login.access_token;
  auxilia.access_token = login.access_token;
  const ephemeral = await call('issueEphemeralToken', site);
  const exchanged = await call('exchangeAccessTokenWithEphemeral', ephemeral?.ephemeral_token ?? 'none');
  if (exchanged) {
    assertFields(exchanged, { access_token: 'text', user: 'object' }, 'exchange');
  }
  assertFields(await call('getConfig'), {}, 'config');
});

test('people', async () => {
  world.me = await call('getMe');
  assertFields(world.me, { ...User, email: 'text', user_options: 'object' }, 'me');
  assert.equal((await call('updateMe', { name: 'Contract', bio: 'On *tea*.' })).name, 'Contract');
  assert.equal((await call('updateMeOptions', { editor_layout: 'wide' })).user_options.editor_layout, 'wide');
  const email = `contract-new-${run}@example.com`;
  await client.getAuthCode(email, '', 'replace_email');
  const [code] = (await lastMailTo(email)).match(/\b\d{6}\b/);
  assert.equal((await call('updateMeEmail', email, code)).email, email);
  world.email = email;
  assertFields(await call('getUser', world.me.id), User, 'user');
  assert.ok(!(await client.getUser(world.me.id)).email, 'an address is nobody else’s business');
});

test('API keys', async () => {
  const key = await call('createApikey', 'contract');
  assertFields(key, ApiKey, 'key');
  const keys = await call('getApikeys');
  assert.ok((keys.items ?? keys).length > 0);
  (keys.items ?? keys).forEach((one) => assertFields(one, ApiKey, 'key'));
  const withKey = new quail.Client({ apibase: `${site}/api`, apikey: key.key });
  assert.equal((await withKey.getMe()).id, world.me.id);
  await call('deleteApikey', key.id);
  await assert.rejects(withKey.getMe());
});

test('channels and their settings', async () => {
  world.slug = `contract-${run}`;
  world.list = await call('createList', { slug: world.slug, title: 'Contract', description: 'x' });
  const id = world.list.id;
  assertFields(world.list, { ...Channel, metrics: 'object' }, 'list');
  assertFields(await call('getList', world.slug), Channel, 'list');
  for (const lists of [await call('getLists', world.me.id), await call('getUserLists', world.me.id)]) {
    assert.ok((lists.items ?? lists).length > 0);
    (lists.items ?? lists).forEach((list) => assertFields(list, Channel, 'list'));
  }
  assertFields(await call('getListMetrics', id), ListMetrics, 'metrics');
  await assert.rejects(call('getListByDomain', 'nobody.example'), /4000/);
  const settings = {
    updateList: { title: 'Contracts' },
    updateListBulletin: { bulletin: 'Hello.' },
    updateListAnalytics: { view_count_hidden: true },
    updateListEmailSettings: { email_channel_enabled: true, email_deny_list: ['bad.example'] },
    updateListDomain: { custom_domain_enabled: true, domain: `c${run}.example.net`, canonical_base: '' },
    updateListComment: { comment_enabled: true, comment_strategy: 0 },
    updateListTweets: { tweets_enabled: true },
    updateListCooperators: { cooperators: [] },
    updateListOptions: { theme: 'paper' },
  };
  for (const [method, body] of Object.entries(settings)) {
    assertFields(await call(method, id, body), Channel, method);
  }
  await assert.rejects(call('updateListChannel', id, { telegram_channel_enabled: true }), /8411/);
  const unconnected = { telegram_channel_enabled: false, telegram_channel_id: '@contracts' };
  assertFields(await call('updateListChannel', id, unconnected), ListChannel, 'channel');
  assertFields(await call('createListChannelLineKeys', id), ListChannel, 'channel');
  assert.equal((await call('getListChannel', id)).has_line_keys, true);
  world.slug = `contracts-${run}`;
  assert.equal((await call('updateListSlug', id, world.slug)).slug, world.slug);
  await call('createListExport', id);
  await call('getTwitterAuthUrl', id);
});

test('posts', async () => {
  const id = world.list.id;
  world.post = await call('createPost', id, {
    slug: 'hello', title: 'Hello', content: 'Free\n\n<!--paywall-->\n\nPaid', tags: 'a,b',
  });
  assertFields(world.post, Post, 'post');
  assertFields(await call('updatePost', id, 'hello', { title: 'Hello you', content: 'Free' }), Post, 'post');
  assertFields(await call('updatePostOptions', id, 'hello', { a: 1 }), Post, 'post');
  assert.ok((await call('publishPost', id, 'hello')).published_at);
  const slice = await call('getListPosts', id, 0, 16, true);
  assertSlice(slice, Post, 'posts');
  assert.equal(slice.items.length, 1);
  assertFields(await call('getPost', id, 'hello'), Post, 'post');
  assertFields(await call('getPostContent', id, 'hello'), { 'free-content': 'text', 'paid-content': 'text' }, 'content');
  await call('pinPosts', id, [world.post.id]);
  const pinned = await call('getPinnedPosts', id);
  assert.equal(pinned.length, 1);
  pinned.forEach((post) => assertFields(post, Post, 'pinned'));
  const preview = await call('createPostPreviewToken', id, 'hello');
  const token = preview.access_token ?? preview.token ?? preview;
  assert.equal((await fetch(client.getPostPreviewUrl(id, 'hello', token))).status, 200);
  for (const field of ['view', 'read']) {
    await call('incCount', world.post.id, field, { utm_source: 'test' });
  }
  const found = await call('searchPosts', 'Hello', id, 0);
  if (found) {
    assertSlice(found, {}, 'found');
  }
});

test('pictures', async () => {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(png, 'base64')], { type: 'image/png' }), 'dot.png');
  assertFields(await call('uploadAttachment', form, false), Attachment, 'attachment');
});

test('photos of others', async () => {
  if (!unsplash) {
    await assert.rejects(call('searchPhotos', 'tea'), /8105/);
    await assert.rejects(call('getPhotoDownloadUrl', 'https://api.unsplash.com/photos/x/download'), /8105/);
    return;
  }
  const found = await call('searchPhotos', 'green tea', 2, 5);
  assertFields(found, { total: 'count', total_pages: 'count', results: 'array' }, 'found');
  assert.equal(found.results.length, 5);
  found.results.forEach((photo) => assertFields(photo, Photo, 'photo'));
  assert.equal(found.results[0].description, 'green tea 2');
  const { url } = await call('getPhotoDownloadUrl', found.results[0].links.download_location);
  assert.equal(url, 'https://images.unsplash.com/photo-1?dl=1');
});

test('subscriptions', async () => {
  const id = world.list.id;
  await call('subscribe', id, `reader-${run}@example.com`, '');
  await call('subscribeWithChallenge', id, `reader2-${run}@example.com`, {});
  await call('subscribeNoChallenge', id);
  const own = await call('getMySubscription', id);
  if (own) {
    assertFields(own, Subscription, 'subscription');
  }
  const all = await call('getMySubscriptions');
  assert.ok((all.items ?? all).length > 0);
  (all.items ?? all).forEach((one) => assertFields(one, Subscription, 'subscription'));
  const members = await call('getListSubscriptions', id, 0, 16);
  if (members) {
    assertSlice(members, Subscription, 'members');
  }
  await call('getPostsOfMySubscriptions');
  await call('updateSubscriber', id, world.me.id, { type: 'free' });
  // A trace comes by mail only, with a delivery; nobody has one yet.
  const unknown = '00000000-0000-0000-0000-000000000000';
  await assert.rejects(call('getUnsubscribeOpponent', unknown), /7100/);
  await assert.rejects(call('unsubscribe', id, unknown), /7100/);
  await call('deleteSubscriber', id, world.me.id);
});

test('delivery', async () => {
  const id = world.list.id;
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  assertFields(await call('deliverPost', id, 'hello', tomorrow, []), Post, 'post');
  const { items } = await call('getListDeliveryTasks', id);
  assert.equal(items.length, 1);
  const task = await call('getListDeliveryTask', id, items[0].id);
  assert.equal(task.id, items[0].id);
  await call('cancelScheduledDeliveryTask', id, task.id);
  assert.notEqual((await call('getListDeliveryTask', id, task.id)).status, task.status);
});

test('comments', async () => {
  const comment = await call('createComment', { post_id: world.post.id, content: 'Well said.' });
  if (comment) {
    assertFields(comment, Comment, 'comment');
  }
  for (const slice of [await call('getComments', world.post.id), await call('getCommentsByList', world.list.id)]) {
    if (slice) {
      assertSlice(slice, Comment, 'comments');
    }
  }
  await call('approveComment', comment?.id ?? 1);
  await call('rejectComment', comment?.id ?? 1);
  await call('deleteComment', comment?.id ?? 1);
});

test('short notes', async () => {
  const id = world.list.id;
  const tweet = await call('createTweet', id, { text: 'Tea #tea' });
  const at = tweet?.id ?? 1;
  if (tweet) {
    assertFields(tweet, Tweet, 'tweet');
  }
  const tweets = await call('getTweets', id);
  if (tweets) {
    assertSlice(tweets, Tweet, 'tweets');
  }
  await call('getTweet', at);
  await call('updateTweet', at, { text: 'Green tea' });
  await call('reactTweet', at, { code: 128512, emoji: '😀' });
  await call('pinTweet', at);
  await call('getPinnedTweets', id);
  await call('unpinTweet', at);
  await call('setTweetPremium', at, true);
  await call('setTweetNonPremium', at);
  const reply = await call('createTweetReply', { tweet_id: at, text: 'Indeed', reply_id: 0 });
  if (reply) {
    assertFields(reply, TweetReply, 'reply');
  }
  await call('getTweetReplies', at);
  await call('deleteTweetReply', at, reply?.id ?? 1);
  await call('deleteTweet', at);
});

test('packs', async () => {
  const id = world.list.id;
  const pack = await call('createListPack', id, { title: 'All of it', post_ids: [world.post.id] });
  if (pack) {
    assertFields(pack, Pack, 'pack');
  }
  await call('getListPacks', id);
  await call('getListPack', id, pack?.id ?? 1);
  await call('updateListPack', id, pack?.id ?? 1, { title: 'Some of it' });
  await call('deleteListPack', id, pack?.id ?? 1);
});

test('what there is to explore', async () => {
  await call('getExploreTrendingPosts');
  await call('getExploreTrendingLists');
});

test('what was made is taken away', async () => {
  await call('unpublishPost', world.list.id, 'hello');
  await call('deletePost', world.list.id, 'hello');
  await assert.rejects(client.getPost(world.list.id, 'hello'), /5000/);
});

test('the second client', async () => {
  const form = new FormData();
  const task = await auxilia.createTask('metadata', { title: 'Tea', content: 'About tea.' });
  const member = await client.request(`/subscriptions/${world.list.id}/no-challenge`, 'POST', null);
  const values = {
    modSubscriptionMember: [world.list.id, member.user_id, { type: 'free' }],
    getReferrerByCode: [(await auxilia.getMyReferralCode()).code], getTask: [task.id],
    generateFrontmatter: ['Tea', 'About tea.', []], generateMetadata: ['Tea', 'About tea.', []],
    generateTweets: ['Tea', 'About tea.'], getCurrency: ['EUR'], getCountryByAlpha2: ['JP'], getCrypto: ['BTC'],
    createTask: ['metadata', { title: 'Tea', content: 'About tea.' }], uploadResidenceProof: [form],
  };
  assert.ok(methods(auxilia).length > 10);
  for (const method of methods(auxilia)) {
    const done = auxilia[method](...(values[method] ?? [world.list.id, 1, 1]));
    if (missingAuxilia.has(method)) {
      await assert.rejects(done, `${method} works now: take it out of the list of missing ones`);
    } else {
      await done;
    }
  }
});

/** The calls of the API that a client offers. */
function methods(object) {
  return Object.getOwnPropertyNames(Object.getPrototypeOf(object)).filter((name) => !plumbing.has(name));
}

test('no method of the package was forgotten, and none is listed that it does not have', () => {
  assert.deepEqual(methods(client).filter((method) => !called.has(method)), []);
  assert.deepEqual([...missing].filter((method) => !methods(client).includes(method)), []);
  assert.deepEqual([...missingAuxilia].filter((method) => !methods(auxilia).includes(method)), []);
});
