package planted.testkit.contract;

import planted.token.Vague;

/** What proves a {@link Vague}. */
public interface VagueContract {
    Vague subject();
}
