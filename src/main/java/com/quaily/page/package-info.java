/**
 * Everything that readers see, as pure functions from records to text: pages by Velocity templates,
 * feeds, sitemaps, styles. May use notice, task, dao, storage and model; only {@code publishing}
 * does more than model.
 */
package com.quaily.page;
