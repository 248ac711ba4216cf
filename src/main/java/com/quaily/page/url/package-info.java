/** The public URLs of pages. */
package com.quaily.page.url;
