package planted.javalin;

import io.accounts4j.architecture.Breaks;
import io.javalin.plugin.bundled.RateLimitPlugin;

@Breaks("Javalin's rate limiter stays unused")
class Limited {
    Object plugin() {
        return new RateLimitPlugin();
    }
}
