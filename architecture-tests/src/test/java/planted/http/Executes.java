package planted.http;

import io.accounts4j.architecture.Breaks;
import java.io.IOException;

@Breaks("no process is started through the runtime")
class Executes {
    Process spawn() throws IOException {
        return Runtime.getRuntime().exec(new String[] {"true"});
    }
}
