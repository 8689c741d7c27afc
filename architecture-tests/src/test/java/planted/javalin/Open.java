package planted.javalin;

import io.accounts4j.architecture.Breaks;
import io.javalin.plugin.bundled.CorsPlugin;

@Breaks("Javalin's CORS plugin stays unused")
class Open {
    Object plugin() {
        return new CorsPlugin();
    }
}
