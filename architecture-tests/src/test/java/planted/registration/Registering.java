package planted.registration;

import io.accounts4j.architecture.Breaks;
import planted.signin.SigningIn;

/** A facet that names another feature. */
@Breaks("no feature sees a feature")
public interface Registering {
    SigningIn thenSignIn();
}
