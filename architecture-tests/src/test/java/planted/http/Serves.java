package planted.http;

import io.accounts4j.architecture.Breaks;
import io.javalin.http.Context;

@Breaks("the HTTP façade names no web server")
interface Serves {
    Context context();
}
