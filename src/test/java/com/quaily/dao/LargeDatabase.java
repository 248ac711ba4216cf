package com.quaily.dao;

import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database with 20,000 of most things: half of the posts belong to channel 1, the others to
 * twenty-five more channels, 2, 4 … 50, and 10,000 channels have none.
 */
public final class LargeDatabase {

  private static final String FILL =
      """
      create function hash(number bigint) returns bytea language sql as
        $$ select decode(lpad(to_hex(number), 64, '0'), 'hex') $$;
      insert into app_user (email) values ('ada@example.com');
      insert into channel (slug, title, user_id, created_at, updated_at)
      select 'channel-' || n, 'Channel', 1, now(), now() from generate_series(1, 50) n;
      insert into post (channel_id, user_id, slug, content, published_at, first_published_at,
        list_page, pinned, options, created_at, updated_at)
      select case when n % 2 = 0 then 1 else 1 + n % 50 end, 1, 'post-' || n, repeat('text ', 20),
        timestamptz '2024-01-01' + n * interval '1 hour', now(), 1 + n / 32,
        case when n % 5000 = 0 then 1 else 0 end,
        case n % 100 when 1 then jsonb_build_object('translation_key', 'key-' || n)
          when 2 then jsonb_build_object('import', jsonb_build_object('source', 'a/' || n))
          else '{}' end,
        now(), now()
      from generate_series(1, 20000) n;
      insert into post_tag (channel_id, tag, post_id, published_at)
      select channel_id, 'tag-' || id % 20, id, published_at from post;
      insert into channel_tag (channel_id, tag, posts)
      select channel_id, tag, count(*) from post_tag group by channel_id, tag;
      insert into page_manifest (key, channel_id, post_id, kind, updated_at)
      select 'pages/channel-' || channel_id || '/p/' || slug || '.html', channel_id, id, 'ARTICLE',
        now() from post;
      insert into app_user (email)
      select 'reader-' || n || '@example.com' from generate_series(1, 20000) n;
      update post set user_id = 1 + id % 500;
      insert into subscription (user_id, channel_id, type, confirmed_at, created_at, updated_at)
      select id, 1 + id % 50, case when id % 1000 = 0 then 'gold' else 'free' end, now(), now(),
        now()
      from app_user;
      insert into comment (post_id, channel_id, author_id, quote_comment_id, content, status,
        created_at, updated_at)
      select id, channel_id, id, case when id > 9 then id / 9 end, 'Well said', 1, now(), now()
      from post;
      insert into tweet (channel_id, user_id, text, pinned, created_at, updated_at)
      select 1 + n % 50, 1 + n % 500, 'A short note', n % 5000 = 0, now(), now()
      from generate_series(1, 20000) n;
      insert into tweet_reply (tweet_id, channel_id, user_id, text, created_at, updated_at)
      select id, channel_id, 1 + id % 500, 'Indeed', now(), now() from tweet;
      insert into pack (channel_id, title, created_at, updated_at)
      select 1 + n % 50, 'Pack', now(), now() from generate_series(1, 20000) n;
      insert into abuse_report (channel_id, post_id, reason, text, email, created_at, closed_at)
      select 1 + n % 50, n, 'SPAM', 'Look', '', now(), case when n % 100 > 0 then now() end
      from generate_series(1, 20000) n;
      insert into page_source (post_id, page_key) select post_id, key from page_manifest;
      insert into post_metric (post_id, channel_id, published_at)
      select id, channel_id, published_at from post;
      insert into post_search (post_id, channel_id, title, topic, words)
      select id, channel_id, 'title ' || id, to_tsvector('english', 'title ' || id),
        to_tsvector('english', 'common word' || id % 500) || array_to_tsvector(array['#' || channel_id])
      from post;
      insert into post_topic (channel_id, word, post_id)
      select s.channel_id, t.word, s.post_id
      from post_search s, unnest(tsvector_to_array(s.topic)) as t(word);
      insert into post_similar (post_id, post_ids)
      select id, array[id - 1, id - 2] from post;
      insert into post_daily (post_id, day, channel_id, page_views)
      select id, date '2026-01-01' + (id % 300)::int, channel_id, 1 from post;
      insert into source_daily (channel_id, day, post_id, source, medium, campaign, page_views)
      select channel_id, date '2026-01-01' + (id % 300)::int, id, 's' || id % 7, '', '', 1 from post;
      insert into post_reaction (post_id, user_id, codepoint, created_at)
      select id, 1 + id % 500, 128077, now() from post;
      -- More of everything that grows with an instance, so that no plan is chosen because a table is small.
      insert into channel (slug, title, user_id, domain, custom_domain_enabled, domain_status,
        domain_check_expired_at, created_at, updated_at)
      select 'channel-' || n, 'Channel', n, case when n % 10 = 0 then n || '.example' else '' end,
        n % 10 = 0, case when n % 20 = 0 then 1 else 0 end,
        case when n % 10 = 0 then timestamptz '2030-01-01' end, now(), now()
      from generate_series(51, 10000) n;
      insert into channel_tag (channel_id, tag, posts)
      select id, 'rare-' || n, 1 from channel, generate_series(1, 3) n where id > 50;
      insert into channel_cooperator (channel_id, user_id) select id, id + 1 from channel;
      insert into tag_redirect (channel_id, old_tag, tag) select id, 'old', 'new' from channel;
      insert into email_change (user_id, old_email, changed_at)
      select id, 'old-' || id || '@example.com', now() from app_user;
      insert into cooperator_invitation (channel_id, user_id, invited_at)
      select id, id + 1, now() from channel;
      insert into channel_redirect (old_slug, channel_id) select 'old-' || id, id from channel;
      insert into channel_push (channel_id, created_at, updated_at) select id, now(), now() from channel;
      insert into channel_comment_count select id, 0, 0 from channel on conflict do nothing;
      insert into channel_deletion (channel_id, token_hash, requested_at, token_expires_at)
      select id, hash(id), now(), now() from channel;
      insert into channel_export (channel_id, folder, filename, token_hash, created_at, expires_at)
      select id, 'exports/' || id, 'a.zip', hash(id), now(), timestamptz '2030-01-01' from channel;
      insert into channel_metric (channel_id, page_views) select id, 1 from channel;
      insert into channel_search (channel_id, title, words)
      select id, 'title ' || id, to_tsvector('english', 'common word' || id) from channel;
      insert into site_setting (name, value, updated_at) select 'site.' || id, 'x', now() from channel;
      insert into reserved_slug (slug, deleted_at) select 'gone-' || id, now() from channel;
      insert into suppression (channel_id, email, reason, created_at)
      select channel_id, 'left-' || id || '@example.com', 'UNSUBSCRIBED', now() from post;
      insert into subscription_consent (channel_id, user_id, trace_id, act, method, requested_at,
        created_at)
      select channel_id, user_id, trace_id, 'SUBSCRIBED', 'IMPORT', now(), now() from subscription;
      insert into subscription_request (token_hash, channel_id, email, language, created_at, expires_at)
      select hash(id), 1, email, 'en', now(), timestamptz '2030-01-01' from app_user;
      insert into session (user_id, token_hash, created_at, last_used_at, expires_at)
      select id, hash(id), now(), now(), timestamptz '2030-01-01' from app_user;
      insert into login_code (email, scene, code_hash, created_at, expires_at)
      select email, 'LOGIN', hash(id), now(), timestamptz '2030-01-01' from app_user;
      insert into api_key (user_id, name, key_hash, masked, created_at, updated_at)
      select id, 'key', hash(id), 'QK-', now(), now() from app_user;
      insert into oauth_app (user_id, name, display_name, redirect_uri)
      select id, 'app', 'App', 'https://a.example/' from app_user;
      insert into oauth_grant (app_id, user_id, scopes, created_at)
      select id, user_id, '{user.full}', now() from oauth_app where user_id is not null;
      insert into oauth_code (code_hash, app_id, user_id, scopes, redirect_uri, code_challenge,
        code_challenge_method, expires_at)
      select hash(id), app_id, user_id, scopes, '', '', '', now() from oauth_grant;
      insert into oauth_token (grant_id, access_hash, access_expires_at, refresh_hash,
        refresh_expires_at)
      select id, hash(id), timestamptz '2030-01-01', hash(id), timestamptz '2030-01-01'
      from oauth_grant;
      insert into preview_token (token_hash, post_id, expires_at)
      select hash(id), id, timestamptz '2030-01-01' from post;
      insert into post_redirect (channel_id, old_slug, post_id) select channel_id, 'old-' || id, id
      from post where id % 20 = 7 or id < 100;
      insert into post_revision (post_id, user_id, title, summary, content, paid_content,
        cover_image_url, tags, created_at)
      select id, 1, '', '', '', '', '', '{}', now() from post;
      insert into attachment (user_id, hash_id, size, width, height, mime_type, pathname, filename,
        original_mime_type, checksum, created_at, updated_at)
      select 1 + id % 100, id, 1, 1, 1, '', 'media/' || id || '.webp', '', '', id, now(), now() from post;
      update attachment set crops_requested_at = now(),
        cropped_at = case when id % 1000 <> 7 then now() end
      where id % 3 = 1;
      insert into bot_daily (channel_id, day, post_id, reason, requests)
      select channel_id, date '2026-01-01' + (id % 300)::int, id, 'crawler', 1 from post;
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
      select 'task-' || id % 5, id || '-1', now(), false, 1 from channel;
      update scheduled_tasks set consecutive_failures = 7 where task_instance like '%00-1';
      insert into notice (transport, level, topic, subject, text, created_at, due_at)
      select 'telegram', 'INFO', 'topic-' || id, '', '', now(), now() from channel;
      insert into alert (topic, subject, raised_at) select 'topic-' || id, '', now() from channel;
      insert into channel_milestone (channel_id, kind, value, told)
      select id, 'subscribers', 10, true from channel on conflict do nothing;
      insert into page_change (channel_id, post_id, slugs, tags, list_pages, created_at)
      select id, 0, '{}', '{}', '{}', now() from channel;
      insert into credit_account (user_id, created_at, updated_at) select id, now(), now() from app_user;
      insert into credit_ledger (user_id, action, amount, balance_after, source_type, source_id,
        created_at)
      select id, 'CONSUME', 1, 1, 'post', id, now() from app_user;
      insert into referral_code (user_id, code, created_at) select id, 'c' || id, now() from app_user;
      insert into composer_task (user_id, type, status, result, created_at, updated_at)
      select id, 'slug', 3, '{}', now(), now() from app_user;
      insert into delivery_task (user_id, channel_id, post_id, state, targets, scheduled_at,
        started_at, finished_at, created_at, updated_at)
      select 1, channel_id, id,
        case id % 500 when 0 then 'SENDING' when 1 then 'SCHEDULED' else 'DELIVERED' end, '{email}',
        now() + id * interval '1 hour', case when id % 500 <> 1 then now() end,
        case when id % 500 > 1 then timestamptz '2026-01-01' + id * interval '1 hour' end, now(),
        now()
      from post where id <= 5000;
      insert into delivery_recipient (task_id, user_id, state, worker, due_at, fault, updated_at)
      select t.id, u.id, case u.id % 400 when 0 then 'QUEUED' when 1 then 'SUBMITTING'
          when 2 then 'FAILED' else 'SENT' end,
        case when u.id % 800 = 0 then '' else 'delivery-' || u.id % 3 end, now(),
        case u.id % 400 when 2 then 'MAILBOX_NOT_FOUND' else 'NONE' end, now()
      from delivery_task t join app_user u on u.id % 500 = t.id % 500
      where t.id <= 2000;
      update delivery_recipient set state = 'SKIPPED', fault = 'DIGEST'
      where task_id % 20 = 3 and user_id % 20 = 3;
      insert into mailing (channel_id, kind, name, post_id, created_at)
      select id, 'DIGEST', '2026-01-01', 0, timestamptz '2026-01-01' + id * interval '1 hour'
      from channel
      union all
      select channel_id, 'CORRECTION', id::text, id, timestamptz '2026-01-01' + id * interval '1 hour'
      from post;
      insert into mailing_recipient (mailing_id, user_id, state, worker, due_at, created_at,
        updated_at)
      select m.id, u.id, case u.id % 400 when 0 then 'QUEUED' when 1 then 'SUBMITTING' else 'SENT' end,
        case when u.id % 800 = 0 then '' else 'delivery-' || u.id % 3 end, now(), now(), now()
      from mailing m join app_user u on u.id % 5000 = m.id % 5000
      where m.id <= 10000;
      update delivery_recipient set digest_id = task_id where fault = 'DIGEST' and user_id % 3 > 0;
      update mailing set hold = 'PAUSED' where id % 5000 = 0;
      insert into transport_day
      select 'smtp://' || n || ':25', date '2026-01-01', n from generate_series(1, 100) n;
      insert into channel_figures select id, 1, 1, 1, 1, 1, 1 from mailing where id <= 10000;
      insert into sequence_mail (channel_id, days, title, content, covered_until, created_at,
        updated_at)
      select c.id, n, '', '', now(), now(), now() from channel c, generate_series(1, 3) n;
      update subscription set cadence = 'DAILY' where id % 20 = 0;
      update subscription set paused_until = now() where id % 30 = 0;
      insert into delivery_target (task_id, service, state, due_at, updated_at)
      select id, 'telegram', case id % 500 when 0 then 'QUEUED' else 'SENT' end, now(), now()
      from delivery_task;
      insert into delivery_worker (id, alive_until)
      select 'delivery-' || n, now() from generate_series(1, 3) n;
      insert into social_connection (channel_id, service, checked_at)
      select id, 'TELEGRAM', now() from channel;
      insert into social_post (task_id, service, channel_id, post_id, post_key, state, created_at,
        updated_at)
      select id, 'TELEGRAM', channel_id, id, id, 'POSTED', now(), now() from post;
      insert into webhook (channel_id, url, secret, events, created_at, updated_at)
      select id, 'https://a.example/', 's', '{post.published}', now(), now() from channel;
      insert into webhook_event (id, channel_id, type, body, created_at)
      select gen_random_uuid(), channel_id, 'post.published', '{}', now() from post;
      insert into webhook_delivery (webhook_id, event_id, next_at, created_at)
      select w.id, e.id, case when w.id % 2 = 0 then timestamptz '2025-01-01' + w.id * interval '1 hour' end,
        now()
      from webhook_event e join webhook w on w.channel_id = e.channel_id;
      insert into ai_key (name, key_hash, masked, calls_a_minute, tokens_a_day, tokens_a_month,
        micros_a_day, micros_a_month, created_at)
      select 'key', hash(id), 'SK-', 1, 0, 0, 0, 0, now() from app_user;
      insert into ai_task (trace_id, caller, channel_id, kind, priority, model_class, request,
        request_hash, idempotency_key, input_tokens, output_tokens, status, due_at, deadline,
        lease_until, created_at, updated_at)
      select gen_random_uuid(), 'user:' || id % 50, 1 + id % 50, 'chat', id % 3, 'SMALL', '{}',
        hash(id), 'key-' || id, 1, 1,
        case when id % 20 = 0 then 1 when id % 1000 = 1 then 2 else 3 end, now(), now(),
        case when id % 1000 = 1 then now() end, now(), now()
      from app_user;
      insert into ai_attempt (task_id, number, kind, channel_id, proxy, model, outcome,
        reserved_tokens, reserved_micros, started_at)
      select id, 1, 'chat', channel_id, 'small', 'mini',
        case when status = 2 then 'RUNNING' else 'COMPLETED' end, 1, 1,
        timestamptz '2026-01-01' + (id - 19900) * interval '1 second'
      from ai_task where status > 1;
      insert into ai_reservation (caller, tokens, micros, reserved_at, expires_at)
      select 'user:' || id, 1, 1, now(), timestamptz '2025-12-31' + id * interval '1 hour'
      from app_user;
      insert into suggestion (task_id, user_id, type, source_hash, prompt, created_at)
      select id, id, 'titles', hash(id), 'titles/1',
        timestamptz '2025-12-31' + id * interval '1 hour'
      from app_user;
      insert into comment_spam (comment_id, score, reason, judge, judged_at)
      select id, 0, '', 'local', now() from comment;
      insert into post_vector (post_id, channel_id, model, text_hash, vector, computed_at)
      select id, channel_id, 'bge', hash(id), hash(id), now() from post
      where published_at is not null;
      insert into post_related (post_id, related_id, score)
      select v.post_id, v.post_id - n, 0.5 from post_vector v, generate_series(1, 3) n
      where exists (select 1 from post_vector o where o.post_id = v.post_id - n);
      insert into ai_scheduler (seen_at) values (now());
      insert into ai_budget (scope, period, tokens, micros)
      select 'channel:' || id, '2026-01', 1, 1 from channel;
      insert into translated_block (channel_id, language, source_hash, text, prompt_version, model,
        created_at)
      select id, 'en', hash(id), 'text', 'translate/1', 'large', now() from channel;
      insert into cross_post_target (channel_id, target_id, language)
      select id, 1 + id % 50, 'en' from channel where id <> 1 + id % 50;
      insert into cross_post (post_id, target_id, language, status, translated_id, accepted_id,
        created_at, updated_at)
      select id, 1 + id % 50, 'en', 2, id, id, now(), now() from post;
      insert into cross_post_result (cross_post_id, source_hash, block_hashes, title, summary,
        content, blocks, reused, left_over, prompt_version, models, tokens, micros, created_at,
        accepted_by, accepted_at)
      select id, '', '{}', 'title', '', 'text', 1, 0, '{}', 'translate/1', 'large', 1, 1, now(),
        1, now() from cross_post;
      delete from search_change;
      drop function hash;
      """;

  private LargeDatabase() {}

  /** A new one; the statistics that plans are chosen by are up to date. */
  public static TestDatabase create() throws SQLException {
    TestDatabase server = TestInstance.migratedDatabase();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(FILL);
      statement.execute("vacuum analyze");
    }
    return server;
  }
}
