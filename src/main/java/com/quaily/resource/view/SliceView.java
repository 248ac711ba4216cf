package com.quaily.resource.view;

import com.quaily.model.Slice;
import java.util.List;
import java.util.function.Function;

/** A page of a longer list in API responses. */
public record SliceView<T>(PaginationView pagination, List<T> items) {

  public static <S, T> SliceView<T> of(Slice<S> slice, Function<S, T> view) {
    return new SliceView<>(
        new PaginationView(slice.total(), slice.offset(), slice.nextOffset(), slice.limit()),
        slice.items().stream().map(view).toList());
  }

  /** Like {@link #of(Slice, Function)}, with all views built together. */
  public static <S, T> SliceView<T> ofAll(Slice<S> slice, Function<List<S>, List<T>> views) {
    return new SliceView<>(
        new PaginationView(slice.total(), slice.offset(), slice.nextOffset(), slice.limit()),
        views.apply(slice.items()));
  }

  /** The position of the page. */
  public record PaginationView(long total, int offset, int nextOffset, int limit) {}
}
