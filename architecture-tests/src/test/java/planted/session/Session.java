package planted.session;

import io.accounts4j.architecture.Breaks;
import planted.password.Hash;

/** Half of a cycle. */
@Breaks("packages of the core form no cycle")
public interface Session {
    Hash hash();
}
