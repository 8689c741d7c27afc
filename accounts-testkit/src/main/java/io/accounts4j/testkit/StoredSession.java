package io.accounts4j.testkit;

import io.accounts4j.session.Session;
import io.accounts4j.token.TokenHash;

/** A session and the hash of its token. */
record StoredSession(Session session, TokenHash hash) {}
