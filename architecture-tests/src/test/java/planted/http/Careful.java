package planted.http;

import java.util.Locale;

class Careful {
    String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
