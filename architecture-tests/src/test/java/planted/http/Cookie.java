package planted.http;

import io.accounts4j.architecture.Breaks;

@Breaks("no record holds a secret as text or bytes")
record Cookie(byte[] tokenBytes) {}
