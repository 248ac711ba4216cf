/** Velocity templates, translated messages, and escaping of HTML and XML. */
package com.quaily.page.template;
