package planted.javalin;

import io.accounts4j.architecture.Breaks;
import io.javalin.http.Context;

@Breaks("JSON is not written through Javalin")
class WritesJson {
    void write(Context context) {
        context.json(this);
    }
}
