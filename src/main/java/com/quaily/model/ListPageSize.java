package com.quaily.model;

/**
 * How full a numbered list page is.
 *
 * @param number its number, from 1
 * @param posts how many posts it shows
 */
public record ListPageSize(int number, int posts) {}
