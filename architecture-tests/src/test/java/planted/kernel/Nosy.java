package planted.kernel;

import io.accounts4j.architecture.Breaks;
import planted.mail.Letter;

@Breaks("the kernel sees no noun, no internal part and no feature")
interface Nosy {
    Letter letter();
}
