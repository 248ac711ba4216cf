package com.quaily.model;

/** All limits on user input; docs/limits.md lists them. */
public final class Limits {

  /** Characters of a title. */
  public static final int TITLE = 200;

  /** Characters of a summary, tagline, description or biography. */
  public static final int SUMMARY = 2_000;

  /** Characters of a post's Markdown, free and paid parts together. */
  public static final int CONTENT = 1_000_000;

  /** Characters of a URL. */
  public static final int URL = 2_000;

  /** Characters of a user's or key's name. */
  public static final int NAME = 100;

  public static final int TAGS = 20;

  /** Tags that a reader can choose, and that are offered. */
  public static final int CHOSEN_TAGS = 100;

  /** Characters of what a writer says about a change of a post. */
  public static final int CORRECTION = 500;

  /** Changes of a post that readers are told of. */
  public static final int CORRECTIONS = 20;

  /** Days that a reader can pause a channel's emails. */
  public static final int PAUSE_DAYS = 366;

  /** Bytes of a report about emails. */
  public static final int MAIL_REPORT = 256 * 1024;

  /** Emails that a channel's new readers get one after another. */
  public static final int SEQUENCE_MAILS = 10;

  /** Days from the confirmation to the last of them. */
  public static final int SEQUENCE_DAYS = 365;

  /** Characters of the Markdown of each. */
  public static final int SEQUENCE_CONTENT = 20_000;

  /** Users that a post names as its authors. */
  public static final int AUTHORS = 10;

  /** Characters of a tag. */
  public static final int TAG = 64;

  /** Characters of a language tag. */
  public static final int LANG = 35;

  /** Characters of the translation key that a post and its translations share. */
  public static final int TRANSLATION_KEY = 200;

  /** Characters of the JSON of options. */
  public static final int OPTIONS = 32_000;

  /** Posts that may be pinned in one channel. */
  public static final int TEXT_TEMPLATE = 5_000;

  public static final int PINNED = 10;

  /** Years that a post can be scheduled ahead. */
  public static final int SCHEDULE_YEARS = 5;

  /** Days that a deleted post can be restored. */
  public static final int TRASH_DAYS = 30;

  /** Images that are copied with an imported article. */
  public static final int ARTICLE_IMAGES = 50;

  /** Channels that one user may own. */
  public static final int CHANNELS = 50;

  /** Cooperators of one channel. */
  public static final int COOPERATORS = 50;

  /** Addresses and domains on one channel's deny list. */
  public static final int DENIED = 1_000;

  public static final int API_KEYS = 50;

  /** Texts that another service turns into vectors in one call. */
  public static final int AI_INPUTS = 256;

  /** Messages of an AI task of another service. */
  public static final int AI_MESSAGES = 100;

  /** Translations whose originals have changed, in one answer. */
  public static final int LISTED_DRIFTS = 200;

  /** AI tasks in each list of the operator's page. */
  public static final int LISTED_AI_TASKS = 50;

  /** OAuth applications that one user may register. */
  public static final int OAUTH_APPS = 20;

  /** Webhooks of one channel. */
  public static final int WEBHOOKS = 10;

  /** Bytes of an uploaded image. */
  public static final int ATTACHMENT = 5 * 1024 * 1024;

  /** Revisions kept of a post; older ones are dropped. */
  public static final int REVISIONS = 200;

  /** Maximum number of items in a list response. */
  public static final int SLICE = 100;

  /** Default number of items. */
  public static final int SLICE_DEFAULT = 16;

  /** Subscriptions shown for one reader. */
  public static final int SUBSCRIPTIONS = 1_000;

  /** Subscribers in one import request. */
  public static final int MEMBERS_AT_ONCE = 10_000;

  /** Characters of a comment. */
  public static final int COMMENT = 5_000;

  /** Characters of a tweet or of a reply to one. */
  public static final int TWEET = 5_000;

  public static final int PINNED_TWEETS = 10;

  /** Packs of one channel. */
  public static final int PACKS = 100;

  /** Posts in one pack. */
  public static final int PACK_POSTS = 100;

  /** Characters of a search query. */
  public static final int QUERY = 200;

  /** Photos in one response of the photo provider. */
  public static final int PHOTOS = 30;

  /** Result pages of the photo provider that can be requested for one query. */
  public static final int PHOTO_PAGES = 1_000;

  /** Posts or channels that a search or ranking considers before it selects the best. */
  public static final int SEARCH_DEPTH = 1_000;

  /** How many posts of a reader's subscriptions can be listed. */
  public static final int SUBSCRIBED_DEPTH = 1_000;

  /** Reactions of a post that are listed; the newest ones. All are counted. */
  public static final int LISTED_REACTIONS = 100;

  /** Days that one report covers. */
  public static final int REPORT_DAYS = 1_100;

  /** Characters of a report of abuse, and of the operator's note on it. */
  public static final int REPORT_TEXT = 4_000;

  /** Reports of abuse about one channel that wait for the operator. */
  public static final int OPEN_REPORTS = 500;

  private Limits() {}
}
