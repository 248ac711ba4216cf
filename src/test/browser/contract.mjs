// What the contract of the API says of its objects, and the client package as a browser would load it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The client package; it is written for browsers, so it finds here what a browser would offer it. */
export async function loadClient() {
  const define = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true });
  const kept = new Map();
  define('localStorage', {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, String(value)),
    removeItem: (key) => kept.delete(key),
  });
  define('window', globalThis);
  define('navigator', { language: 'en-GB', languages: ['en-GB'] });
  const source = readFileSync(require.resolve('quail-js'), 'utf8');
  return import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`);
}

// RFC 3339 with a zone, as a strict client decodes it.
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

const kinds = {
  id: (value) => Number.isSafeInteger(value) && value > 0,
  count: (value) => Number.isSafeInteger(value) && value >= 0,
  number: (value) => typeof value === 'number',
  text: (value) => typeof value === 'string',
  flag: (value) => typeof value === 'boolean',
  time: (value) => moment.test(value),
  array: Array.isArray,
  object: (value) => value !== null && typeof value === 'object' && !Array.isArray(value),
};

/** Whether a value has the fields of an object of the contract; `kind?` may be null. */
export function assertFields(object, fields, name) {
  assert.ok(kinds.object(object), `${name} is no object: ${JSON.stringify(object)}`);
  for (const [field, kind] of Object.entries(fields)) {
    assert.ok(field in object, `${name} has no ${field}`);
    const value = object[field];
    const good = (kind.endsWith('?') && value === null) || kinds[kind.replace('?', '')](value);
    assert.ok(good, `${name}.${field} is no ${kind}: ${JSON.stringify(value)}`);
  }
}

/** A page of a list. */
export function assertSlice(slice, fields, name) {
  assertFields(slice, { pagination: 'object', items: 'array' }, name);
  assertFields(slice.pagination, { total: 'count', offset: 'count', limit: 'count' }, `${name}.pagination`);
  slice.items.forEach((item) => assertFields(item, fields, `${name}.items`));
}

export const User = {
  id: 'id', uuid: 'text', name: 'text', bio: 'text', bio_html: 'text', tagline: 'text', tagline_html: 'text',
  avatar_image_url: 'text', status: 'count', social_ids: 'array', created_at: 'time',
};

export const Channel = {
  id: 'id', slug: 'text', title: 'text', avatar_image_url: 'text', favicon_image_url: 'text', description: 'text',
  description_html: 'text', tagline: 'text', tagline_html: 'text', user_id: 'id', cooperators: 'array',
  premium_plans_enabled: 'flag', delivery_quota: 'number?', email_channel_enabled: 'flag', email_deny_list: 'array',
  custom_domain_enabled: 'flag', domain: 'text', canonical_base: 'text', domain_status: 'count',
  domain_check_expired_at: 'time?', domain_check_count: 'count', list_options: 'object', text_templates: 'object',
  widget_custom_styles: 'text', created_at: 'time', updated_at: 'time', user: 'object', cousers: 'array',
  subscriber_count: 'count', telegram_channel_url: 'text', discord_channel_invite_url: 'text',
  line_channel_url: 'text', twitter_account_url: 'text', bluesky_profile_url: 'text',
  slack_channel_invite_url: 'text', challenge_site_key: 'text', is_cooperated: 'flag',
};

export const ListMetrics = { total_posts: 'count', total_subscribers: 'count' };

export const ListChannel = {
  list_id: 'id', telegram_channel_enabled: 'flag', discord_channel_enabled: 'flag', line_channel_enabled: 'flag',
  twitter_channel_enabled: 'flag', bluesky_channel_enabled: 'flag', slack_channel_enabled: 'flag',
  has_line_keys: 'flag', created_at: 'time', updated_at: 'time',
};

export const Post = {
  id: 'id', slug: 'text', cover_image_url: 'text', title: 'text', summary: 'text', content: 'text',
  paid_content: 'text', user_id: 'id', list_id: 'id', tags: 'text', pinned: 'count', theme: 'text', lang: 'text',
  published_at: 'time?', first_published_at: 'time?', modified_at: 'time?', post_options: 'object',
  created_at: 'time', updated_at: 'time', is_paid_content: 'flag', paid_content_count: 'count',
  paid_content_percent: 'count', paid_content_removed: 'flag', user: 'object',
};

export const Attachment = {
  id: 'id', hash_id: 'text', size: 'count', mime_type: 'text', pathname: 'text', filename: 'text',
  original_mime_type: 'text', checksum: 'text', created_at: 'time', updated_at: 'time', view_url: 'text',
};

export const Photo = {
  id: 'text', width: 'count', height: 'count', color: 'text', blur_hash: 'text', description: 'text?',
  alt_description: 'text?', urls: 'object', links: 'object', user: 'object',
};

export const ApiKey = { id: 'id', name: 'text', key: 'text', user_id: 'id', created_at: 'time', updated_at: 'time' };

export const Subscription = {
  id: 'id', user_id: 'id', list_id: 'id', type: 'text', paid_expiry: 'time?', email_enabled: 'flag',
  created_at: 'time', updated_at: 'time',
};

export const Comment = {
  id: 'id', post_id: 'id', list_id: 'id', author_id: 'id', content: 'text', status: 'count', created_at: 'time',
  updated_at: 'time', author: 'object',
};

export const Tweet = {
  id: 'id', list_id: 'id', user_id: 'id', text: 'text', html: 'text', tags: 'array', reactions: 'object',
  pinned: 'number', is_premium: 'flag', created_at: 'time', updated_at: 'time', user: 'object', masked: 'flag',
};

export const TweetReply = {
  id: 'id', tweet_id: 'id', list_id: 'id', user_id: 'id', text: 'text', html: 'text', created_at: 'time',
  updated_at: 'time',
};

export const Pack = {
  id: 'id', uuid: 'text', title: 'text', description: 'text', cover_image_url: 'text', list_id: 'id',
  post_ids: 'array', created_at: 'time', updated_at: 'time', post_count: 'count',
};
