package planted.user;

import io.accounts4j.architecture.Breaks;
import planted.signin.SigningIn;

@Breaks("no noun sees a verb")
interface User {
    SigningIn signIn();
}
