package planted.internal;

import io.accounts4j.architecture.Breaks;
import planted.signin.SigningIn;

@Breaks("internal parts see no feature")
record Parts(SigningIn signIn) {}
