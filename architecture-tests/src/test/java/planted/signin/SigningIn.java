package planted.signin;

import planted.token.Store;

/** A facet without fault: it sees a noun and the kernel. */
public interface SigningIn {
    Store tokens();
}
