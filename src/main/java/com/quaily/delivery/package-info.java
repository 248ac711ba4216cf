/**
 * Mail: composed from page's templates, handed to an SMTP server or kept in the outbox. Jakarta
 * Mail is known here alone. May use page, notice, task, dao, storage and model.
 */
package com.quaily.delivery;
