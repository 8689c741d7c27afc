package planted.registration;

import io.accounts4j.architecture.Breaks;
import planted.signin.SigningIn;

@Breaks("no verb sees a verb")
interface Registering {
    SigningIn thenSignIn();
}
