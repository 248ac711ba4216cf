/**
 * Messages and alerts for operators: kept in the database until Telegram, mail or a webhook took
 * them.
 */
package com.quaily.notice;
