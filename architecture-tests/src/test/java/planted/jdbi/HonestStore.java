package planted.jdbi;

import planted.token.Store;

/** An adapter without fault. */
public class HonestStore implements Store {
    @Override
    public void put(String key) {}
}
