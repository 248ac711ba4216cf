/** Style sheets, themes and accent colors of pages. */
package com.quaily.page.style;
