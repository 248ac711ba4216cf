/** Published pages: their kinds, storage keys and manifests. */
package com.quaily.model.page;
