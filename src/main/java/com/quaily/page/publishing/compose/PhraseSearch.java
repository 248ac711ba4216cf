package com.quaily.page.publishing.compose;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds which of many phrases a text contains, in time that grows with the length of the text and
 * of the phrases and not with their product (Aho and Corasick's automaton).
 */
final class PhraseSearch {

  private static final int ROOT = 0;

  /** The node at which each phrase ends. */
  private final int[] ends;

  private final int[] parents;
  private final char[] letters;
  private final int[] depths;
  private int nodes = 1;

  /** Steps from node to node: an open hash table, a key being node and letter, 0 = free. */
  private final long[] keys;

  private final int[] targets;

  /** For each node the longest other one that ends with the same letters. */
  private final int[] suffixes;

  private final int[] byDepth;

  PhraseSearch(List<String> phrases) {
    int size = 1 + phrases.stream().mapToInt(String::length).sum();
    parents = new int[size];
    letters = new char[size];
    depths = new int[size];
    keys = new long[Integer.highestOneBit(Math.max(4, size)) * 4];
    targets = new int[keys.length];
    ends = phrases.stream().mapToInt(this::add).toArray();
    byDepth = byDepth();
    suffixes = new int[nodes];
    for (int node : byDepth) {
      suffixes[node] = parents[node] == ROOT ? ROOT : next(suffixes[parents[node]], letters[node]);
    }
  }

  private int add(String phrase) {
    int node = ROOT;
    for (int i = 0; i < phrase.length(); i++) {
      char letter = phrase.charAt(i);
      int slot = slot(node, letter);
      if (keys[slot] == 0) {
        keys[slot] = key(node, letter);
        targets[slot] = nodes;
        parents[nodes] = node;
        letters[nodes] = letter;
        depths[nodes] = depths[node] + 1;
        nodes++;
      }
      node = targets[slot];
    }
    return node;
  }

  /** All nodes but the root, those nearest to it first. */
  private int[] byDepth() {
    int deepest = IntStream.of(depths).max().orElse(0);
    int[] places = new int[deepest + 2];
    for (int node = 1; node < nodes; node++) {
      places[depths[node] + 1]++;
    }
    for (int depth = 1; depth < places.length; depth++) {
      places[depth] += places[depth - 1];
    }
    int[] ordered = new int[nodes - 1];
    for (int node = 1; node < nodes; node++) {
      ordered[places[depths[node]]++] = node;
    }
    return ordered;
  }

  /** The phrases that the text contains, by their index. */
  BitSet find(String text) {
    BitSet reached = new BitSet(nodes);
    int node = ROOT;
    for (int i = 0; i < text.length(); i++) {
      node = next(node, text.charAt(i));
      reached.set(node);
    }
    for (int i = byDepth.length - 1; i >= 0; i--) {
      if (reached.get(byDepth[i])) {
        reached.set(suffixes[byDepth[i]]);
      }
    }
    BitSet found = new BitSet(ends.length);
    IntStream.range(0, ends.length).filter(i -> reached.get(ends[i])).forEach(found::set);
    return found;
  }

  private int next(int from, char letter) {
    int node = from;
    while (true) {
      int slot = slot(node, letter);
      if (keys[slot] != 0) {
        return targets[slot];
      }
      if (node == ROOT) {
        return ROOT;
      }
      node = suffixes[node];
    }
  }

  /** Where the step stands, or the free place where it would. */
  private int slot(int node, char letter) {
    long key = key(node, letter);
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long key(int node, char letter) {
    return ((long) (node + 1) << 16) | letter;
  }
}
