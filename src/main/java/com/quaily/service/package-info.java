/**
 * The rules: who may do what, what is valid, what belongs into one transaction. Services throw our
 * own exceptions and know nothing of HTTP. May use page, delivery, ai, notice, task, dao, storage
 * and model.
 */
package com.quaily.service;
