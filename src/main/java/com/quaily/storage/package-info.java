/**
 * Object storage in a directory or in an S3 bucket. {@code ObjectStorage} is the contract; one test
 * checks both implementations against it.
 */
package com.quaily.storage;
