package io.accounts4j.password;

import io.accounts4j.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules a password must meet when it is set; never asked when one is checked. Implementations are stateless and
 * report every problem, not only the first. A password that the {@link PasswordHasher} cannot hash is refused in any case.
 */
@FunctionalInterface
public interface PasswordPolicy {

    /**
     * Everything wrong with {@code password}, which is {@link Password#composed composed}, or {@code null} where none was
     * given; empty when it may be set.
     */
    List<Problem> problems(@Nullable Password password);

    /**
     * The original's rules and messages: 12 to 72 characters, among them a lower-case letter, an upper-case letter and
     * one of {@code !?@#$%^&*_0-9}; besides them at most 72 bytes, because bcrypt reads no more, no U+0000 and no
     * unpaired surrogate. OWASP ASVS 5.0 (6.2.5) and NIST SP 800-63B-4 advise against rules on character classes.
     */
    static PasswordPolicy original() {
        return OriginalPasswordPolicy.INSTANCE;
    }
}
