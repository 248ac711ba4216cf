package com.quaily.resource.view;

import com.quaily.model.Slice;
import java.util.List;
import java.util.function.Function;

/** A part of a longer list as the API shows it. */
public record SliceView<T>(PaginationView pagination, List<T> items) {

  public static <S, T> SliceView<T> of(Slice<S> slice, Function<S, T> view) {
    return new SliceView<>(
        new PaginationView(slice.total(), slice.offset(), slice.nextOffset(), slice.limit()),
        slice.items().stream().map(view).toList());
  }

  /** As {@link #of(Slice, Function)}, with all views made together. */
  public static <S, T> SliceView<T> ofAll(Slice<S> slice, Function<List<S>, List<T>> views) {
    return new SliceView<>(
        new PaginationView(slice.total(), slice.offset(), slice.nextOffset(), slice.limit()),
        views.apply(slice.items()));
  }

  /** Where the part lies. */
  public record PaginationView(long total, int offset, int nextOffset, int limit) {}
}
