package planted.http;

import io.accounts4j.architecture.Breaks;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

@Breaks("no object is deserialized")
class Revives {
    Object revive(InputStream in) throws IOException, ClassNotFoundException {
        try (ObjectInputStream objects = new ObjectInputStream(in)) {
            return objects.readObject();
        }
    }
}
