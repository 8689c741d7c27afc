package planted.testkit.contract;

import planted.token.Hollow;

/** What proves a {@link Hollow}. */
public interface HollowContract {
    Hollow subject();
}
