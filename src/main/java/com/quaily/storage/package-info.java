/**
 * Objects under keys, in a directory or in a bucket; {@code ObjectStorage} is the contract and one
 * test holds both to it. The AWS SDK is known here alone. May use model.
 */
package com.quaily.storage;
