/** Pages with one message or question for one reader, which are answered and never stored. */
package com.quaily.page.message;
