package planted.http;

import io.accounts4j.architecture.Breaks;
import java.io.IOException;

@Breaks("no process is started")
class Spawns {
    Process spawn() throws IOException {
        return new ProcessBuilder("true").start();
    }
}
