package io.accounts4j.testkit;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.kernel.StoreException;
import io.accounts4j.token.Token;
import io.accounts4j.token.TokenHash;
import io.accounts4j.token.TokenPurpose;
import io.accounts4j.token.TokenStore;
import io.accounts4j.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One-time tokens in a {@link Database}. */
final class InMemoryTokenStore implements TokenStore {

    private final Database database;

    InMemoryTokenStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Token token) {
        database.run(transaction -> {
            requireUser(database, transaction, token.user());
            database.lock(transaction, token.hash());
            database.tokens.put(transaction, token.hash(), token);
            return token;
        });
    }

    /** Refuses a token of an unknown user, as a foreign key does. */
    static void requireUser(Database database, Transaction transaction, UserId user) {
        database.lock(transaction, user);
        if (database.users.get(transaction, user).isEmpty()) {
            throw new StoreException("there is no such user", false, null);
        }
    }

    @Override
    public Optional<Token> find(TokenHash hash, TokenPurpose purpose, Instant now) {
        return database.run(transaction -> find(transaction, hash, purpose, now));
    }

    @Override
    public Optional<Token> consume(TokenHash hash, TokenPurpose purpose, Instant now) {
        return database.run(transaction -> {
            database.lock(transaction, hash);
            Optional<Token> found = find(transaction, hash, purpose, now);
            found.ifPresent(token -> database.tokens.remove(transaction, hash));
            return found;
        });
    }

    private Optional<Token> find(Transaction transaction, TokenHash hash, TokenPurpose purpose, Instant now) {
        return database.tokens
                .get(transaction, hash)
                .filter(token -> token.purpose() == purpose && now.isBefore(token.expiresAt()));
    }

    @Override
    public List<Token> findByUser(UserId user, TokenPurpose purpose, Instant now) {
        return database.run(transaction -> database.tokens
                .rows(transaction)
                .filter(token -> token.user().equals(user) && token.purpose() == purpose)
                .filter(token -> now.isBefore(token.expiresAt()))
                .sorted(Comparator.comparing(Token::createdAt).reversed())
                .toList());
    }

    @Override
    public int deleteByUser(UserId user) {
        return database.run(transaction -> deleteByUser(database, transaction, user));
    }

    @CanIgnoreReturnValue
    static int deleteByUser(Database database, Transaction transaction, UserId user) {
        return delete(database, transaction, token -> token.user().equals(user), Integer.MAX_VALUE);
    }

    @Override
    public int purge(Instant now, int limit) {
        return database.run(
                transaction -> delete(database, transaction, token -> !now.isBefore(token.expiresAt()), limit));
    }

    private static int delete(Database database, Transaction transaction, Predicate<Token> which, int limit) {
        List<TokenHash> found = database.tokens
                .rows(transaction)
                .filter(which)
                .limit(limit)
                .map(Token::hash)
                .toList();
        int deleted = 0;
        for (TokenHash hash : found) {
            database.lock(transaction, hash);
            if (database.tokens.get(transaction, hash).isPresent()) {
                database.tokens.remove(transaction, hash);
                deleted++;
            }
        }
        return deleted;
    }
}
