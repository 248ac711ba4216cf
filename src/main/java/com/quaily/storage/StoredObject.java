package com.quaily.storage;

/**
 * An object read from the store.
 *
 * @param info its metadata
 * @param content its bytes; owned by the caller, who must not change them once shared
 */
public record StoredObject(ObjectInfo info, byte[] content) {}
