package io.accounts4j.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.accounts4j.token.SessionToken;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** The floor of an authenticated request: bare Javalin, the hash of the cookie, one join by plain JDBC, JSON. */
public final class BareServer {

    private static final String SESSION = "select u.id, u.email, u.name, u.is_admin, u.confirmed_at, u.disabled_at,"
            + " u.inserted_at, u.updated_at, s.id, s.created_at, s.expires_at from accounts_sessions s"
            + " join accounts_users u on u.id = s.user_id where s.token_hash = ? and s.expires_at > now()";

    private final DataSource dataSource = Pool.ofEnvironment();
    private final ObjectMapper json = new ObjectMapper();

    private BareServer() {}

    /** Starts it and says where. */
    public static void main(String[] arguments) {
        BareServer server = new BareServer();
        Javalin app = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("/session", server::session);
        });
        app.start("127.0.0.1", 0);
        System.out.println("READY " + app.port());
    }

    private void session(Context ctx) throws Exception {
        SessionToken token = SessionToken.parse(Objects.requireNonNull(ctx.cookie("session")))
                .orElseThrow();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SESSION)) {
            statement.setBytes(1, token.hash().bytes());
            try (ResultSet row = statement.executeQuery()) {
                ctx.status(row.next() ? 200 : 401)
                        .contentType("application/json")
                        .result(json.writeValueAsBytes(Map.of("data", data(row))));
            }
        }
    }

    private static Map<String, Object> data(ResultSet row) throws SQLException {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("id", row.getString(1));
        user.put("email", row.getString(2));
        user.put("name", row.getString(3));
        user.put("is_admin", row.getBoolean(4));
        user.put("confirmed_at", row.getString(5));
        user.put("disabled_at", row.getString(6));
        user.put("inserted_at", row.getString(7));
        user.put("updated_at", row.getString(8));
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("id", row.getString(9));
        session.put("created_at", row.getString(10));
        session.put("expires_at", row.getString(11));
        return Map.of("user", user, "session", session);
    }
}
