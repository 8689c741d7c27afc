package planted.http;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import io.accounts4j.architecture.Breaks;

@Breaks("long passwords are not cut or folded")
class Cuts {
    Object strategy() {
        return LongPasswordStrategies.truncate(BCrypt.Version.VERSION_2A);
    }
}
