package com.quaily.service.article;

/**
 * Settings for the import of articles.
 *
 * @param privateAddresses whether servers in private networks, and any port, may be fetched
 */
public record ArticleSettings(boolean privateAddresses) {}
