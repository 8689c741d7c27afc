package io.accounts4j.password;

import io.accounts4j.kernel.AccountsException;

/** More passwords wait to be hashed than the bound allows; the same call may succeed a moment later. */
public final class HashingBusyException extends AccountsException {

    private static final long serialVersionUID = 1L;

    /** Without a cause. */
    public HashingBusyException() {
        super("too many passwords are being hashed; try again in a moment", true, null);
    }
}
