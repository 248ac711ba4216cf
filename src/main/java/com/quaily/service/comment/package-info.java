/** Accepts, approves and lists comments, and notifies the people concerned. */
package com.quaily.service.comment;
