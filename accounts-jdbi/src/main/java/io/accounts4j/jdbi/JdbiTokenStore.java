package io.accounts4j.jdbi;

import io.accounts4j.job.JobId;
import io.accounts4j.token.Token;
import io.accounts4j.token.TokenHash;
import io.accounts4j.token.TokenPurpose;
import io.accounts4j.token.TokenStore;
import io.accounts4j.user.Email;
import io.accounts4j.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One-time tokens in {@code accounts_tokens}. */
final class JdbiTokenStore implements TokenStore {

    private static final String COLUMNS = "user_id, sent_to, created_at, expires_at, job_id";
    private static final String USABLE = "token_hash = ? and purpose = ? and expires_at > ?";

    private final Sql sql;
    private final String add;
    private final String find;
    private final String consume;
    private final String findByUser;
    private final String deleteByUser;
    private final String purge;

    JdbiTokenStore(Sql sql) {
        String tokens = sql.table("accounts_tokens");
        this.sql = sql;
        this.add = "insert into " + tokens + " (token_hash, purpose, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)";
        this.find = "select " + COLUMNS + " from " + tokens + " where " + USABLE;
        this.consume = sql.dialect().deleteReturning(tokens, COLUMNS, USABLE);
        this.findByUser = "select token_hash, " + COLUMNS + " from " + tokens
                + " where user_id = ? and purpose = ? and expires_at > ? order by created_at desc, token_hash";
        this.deleteByUser = "delete from " + tokens + " where user_id = ?";
        this.purge = sql.dialect().deleteOldest(tokens, "token_hash", "expires_at", "expires_at <= ?");
    }

    @Override
    public void add(Token token) {
        int unused = sql.update(
                add,
                parameters -> parameters
                        .add(token.hash().bytes())
                        .add(token.purpose().code())
                        .add(token.user().value())
                        .add(token.sentTo().address())
                        .add(token.createdAt())
                        .add(token.expiresAt())
                        .addNumber(token.mailedBy().map(JobId::value)));
    }

    @Override
    public Optional<Token> find(TokenHash hash, TokenPurpose purpose, Instant now) {
        return first(find, hash, purpose, now);
    }

    @Override
    public Optional<Token> consume(TokenHash hash, TokenPurpose purpose, Instant now) {
        return first(consume, hash, purpose, now);
    }

    @Override
    public List<Token> findByUser(UserId user, TokenPurpose purpose, Instant now) {
        return sql.list(
                findByUser,
                parameters -> parameters.add(user.value()).add(purpose.code()).add(now),
                row -> read(new TokenHash(row.bytes()), purpose, row));
    }

    @Override
    public int deleteByUser(UserId user) {
        return sql.update(deleteByUser, parameters -> parameters.add(user.value()));
    }

    @Override
    public int purge(Instant now, int limit) {
        return sql.update(purge, parameters -> parameters.add(now).add(limit));
    }

    private Optional<Token> first(String statement, TokenHash hash, TokenPurpose purpose, Instant now) {
        return sql.first(
                statement,
                parameters -> parameters.add(hash.bytes()).add(purpose.code()).add(now),
                row -> read(hash, purpose, row));
    }

    private static Token read(TokenHash hash, TokenPurpose purpose, Row row) throws SQLException {
        return new Token(
                hash,
                purpose,
                new UserId(row.uuid()),
                Email.stored(row.text()),
                row.time(),
                row.time(),
                row.optionalNumber().map(JobId::new));
    }
}
