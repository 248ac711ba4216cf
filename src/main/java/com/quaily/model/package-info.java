/**
 * What the program is about, as records and enums: channels, posts, users, the keys that pages are
 * stored under, the limits, and our exceptions with their codes. Uses no other room.
 */
package com.quaily.model;
