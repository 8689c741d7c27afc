package planted.password;

import io.accounts4j.architecture.Breaks;
import planted.session.Session;

/** The other half. */
@Breaks("packages of the core form no cycle")
public interface Hash {
    Session session();
}
