package planted.http;

import io.accounts4j.architecture.Breaks;
import java.util.function.Function;

@Breaks("case is changed with a locale")
class Raises {
    Function<String, String> upper = String::toUpperCase;
}
