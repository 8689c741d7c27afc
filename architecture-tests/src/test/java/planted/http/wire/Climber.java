package planted.http.wire;

import io.accounts4j.architecture.Breaks;
import planted.http.guard.Sentry;

@Breaks("imports in the HTTP façade run down, and no feature sees another")
interface Climber {
    Sentry sentry();
}
