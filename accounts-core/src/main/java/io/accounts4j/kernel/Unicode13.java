package io.accounts4j.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The code points that Unicode 13 assigns; Java itself only knows those of its own Unicode version. */
final class Unicode13 {

    private static final String FILE = "unicode-13.txt";

    /** The begin of each range and the code point after its end, in ascending order. */
    private static final int[] BOUNDS = bounds();

    private Unicode13() {}

    static boolean assigns(int codePoint) {
        int found = Arrays.binarySearch(BOUNDS, codePoint);
        int begun = found >= 0 ? found + 1 : -found - 1;
        return begun % 2 == 1;
    }

    private static int hex(String digits) {
        return Integer.parseInt(digits, 16);
    }

    private static int[] bounds() {
        try (InputStream in = Unicode13.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the file " + FILE + " of accounts-core is missing; repair its jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .map(range -> range.split("-"))
                    .flatMapToInt(range -> IntStream.of(hex(range[0]), hex(range[range.length - 1]) + 1))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
