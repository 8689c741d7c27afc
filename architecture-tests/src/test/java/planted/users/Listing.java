package planted.users;

import io.accounts4j.architecture.Breaks;

/** One of two facets. */
@Breaks("a feature has exactly one facet")
public interface Listing {}
