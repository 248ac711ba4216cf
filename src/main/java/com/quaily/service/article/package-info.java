/** Import of public articles from other sites. */
package com.quaily.service.article;
