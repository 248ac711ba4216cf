/**
 * What the program is about, as records and enums: channels, posts, users, the keys that pages are
 * stored under, the limits, our exceptions with their codes, and the forms of JSON and SHA-256 that
 * every layer shares. Uses no other room.
 */
package com.quaily.model;
