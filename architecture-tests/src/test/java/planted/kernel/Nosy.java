package planted.kernel;

import io.accounts4j.architecture.Breaks;
import planted.mail.Letter;

@Breaks("the kernel sees no noun and no verb")
interface Nosy {
    Letter letter();
}
