/** Endpoints for posts, packs, revisions, previews and reactions. */
package com.quaily.resource.post;
