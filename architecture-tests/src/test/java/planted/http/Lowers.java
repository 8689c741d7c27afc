package planted.http;

import io.accounts4j.architecture.Breaks;

@Breaks("case is changed with a locale")
class Lowers {
    String lower(String text) {
        return text.toLowerCase();
    }
}
