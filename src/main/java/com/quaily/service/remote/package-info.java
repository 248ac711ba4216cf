/** Asks other people's servers over HTTP, without trusting how they answer. */
package com.quaily.service.remote;
