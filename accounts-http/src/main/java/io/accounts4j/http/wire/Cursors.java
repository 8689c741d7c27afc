package io.accounts4j.http.wire;

import io.accounts4j.page.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Places in a list as text for clients, signed, and good for the one list they were made for. Thread-safe.
 */
public final class Cursors {

    private static final String AFTER = "a";
    private static final String BEFORE = "b";

    private final SigningKeys keys;

    public Cursors(SigningKeys keys) {
        this.keys = keys;
    }

    /**
     * Returns the text of {@code cursor}.
     *
     * @param list the identity of the list; a cursor of another list is refused
     */
    public String encode(Cursor cursor, String list) {
        String place = cursor.item()
                .map(item -> (cursor.backward() ? BEFORE : AFTER) + item.id() + "\n" + item.key())
                .orElse("");
        byte[] text = place.getBytes(StandardCharsets.UTF_8);
        return base64(text) + "." + base64(keys.sign(message(place, list)));
    }

    /** The place {@code text} stands for; the empty text is the start. */
    public Cursor decode(String text, String list) {
        if (text.isEmpty()) {
            return Cursor.start();
        }
        try {
            String[] parts = text.split("\\.", -1);
            String place = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            if (parts.length == 2
                    && keys.verify(message(place, list), Base64.getUrlDecoder().decode(parts[1]))) {
                return place(place);
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static Cursor place(String place) {
        int end = place.indexOf('\n');
        if (end < 0) {
            throw invalid();
        }
        String id = place.substring(1, end);
        String key = place.substring(end + 1);
        return place.startsWith(BEFORE) ? Cursor.before(key, id) : Cursor.after(key, id);
    }

    private static byte[] message(String place, String list) {
        return ("cursor\0" + list + "\0" + place).getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ProblemException invalid() {
        return ProblemException.of(ProblemType.INVALID_CURSOR, "this cursor is not one of this list");
    }
}
