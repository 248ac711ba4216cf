/** Translates posts block by block; nothing but prose is changed. */
package com.quaily.service.composer.translation;
