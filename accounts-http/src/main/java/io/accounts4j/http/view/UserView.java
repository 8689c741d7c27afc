package io.accounts4j.http.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.accounts4j.http.wire.Times;
import io.accounts4j.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A user as our routes send one: for routes of the host, {@code ctx.json(UserView.of(user))}. The names and the nulls in
 * JSON are those of our routes whatever the host's Jackson is set to. Holds no password, hash or token. Immutable.
 *
 * @param id a UUID as text
 * @param email the address as typed
 * @param isAdmin true if the user may manage others
 * @param confirmedAt when the address was confirmed, as RFC 3339 in UTC with six digits, like all times here
 * @param disabledAt when the account was closed; {@code null} while it is open
 * @param updatedAt when the user was last changed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"id", "email", "name", "is_admin", "confirmed_at", "disabled_at", "inserted_at", "updated_at"})
public record UserView(
        @JsonProperty("id") String id,
        @JsonProperty("email") String email,
        @JsonProperty("name") String name,
        @JsonProperty("is_admin") boolean isAdmin,
        @JsonProperty("confirmed_at") @Nullable String confirmedAt,
        @JsonProperty("disabled_at") @Nullable String disabledAt,
        @JsonProperty("inserted_at") String insertedAt,
        @JsonProperty("updated_at") String updatedAt) {

    /** The view of {@code user}. */
    public static UserView of(User user) {
        return new UserView(
                user.id().toString(),
                user.email().address(),
                user.name(),
                user.administrator(),
                Times.json(user.confirmedAt()),
                Times.json(user.status().disabledAt()),
                Times.json(user.insertedAt()),
                Times.json(user.updatedAt()));
    }
}
