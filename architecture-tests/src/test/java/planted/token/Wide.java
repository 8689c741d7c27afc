package planted.token;

import io.accounts4j.architecture.Breaks;
import planted.kernel.Port;

/** A port of nine methods. */
@Breaks("a port has 1 to 8 abstract methods")
@Port
public interface Wide {
    void m1();

    void m2();

    void m3();

    void m4();

    void m5();

    void m6();

    void m7();

    void m8();

    void m9();
}
