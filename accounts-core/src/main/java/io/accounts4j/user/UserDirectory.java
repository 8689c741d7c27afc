package io.accounts4j.user;

import io.accounts4j.kernel.Port;
import io.accounts4j.page.Cursor;
import io.accounts4j.page.Page;
import io.accounts4j.page.PageRequest;
import io.accounts4j.page.Slice;

/**
 * Lists and searches users. Reads only, within the transaction open on the calling thread if there is one. Thread-safe.
 * Proved by {@code UserDirectoryContract}.
 */
@Port
public interface UserDirectory {

    /** The page of that number; empty beyond the end. The total counts every user the filter lets through. */
    Page<User> page(UserFilter filter, UserSort sort, PageRequest request);

    /**
     * The {@code limit} users that follow {@code position}, or precede it for a backward cursor. Costs the same at any
     * depth. Users added or removed meanwhile never make another one appear twice or be left out.
     *
     * @param limit 1 or more
     */
    Slice<User> slice(UserFilter filter, UserSort sort, Cursor position, int limit);
}
