package planted.testkit.contract;

import planted.token.Hollow;

/** The contract of {@link Hollow}. */
public interface HollowContract {
    Hollow subject();
}
