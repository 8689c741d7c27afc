package planted.user;

import io.accounts4j.architecture.Breaks;
import planted.signin.SigningIn;

@Breaks("no noun sees a feature or an internal part")
interface User {
    SigningIn signIn();
}
