package planted.testkit.contract;

import planted.token.Vague;

/** The contract of {@link Vague}. */
public interface VagueContract {
    Vague subject();
}
