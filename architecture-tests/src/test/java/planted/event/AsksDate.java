package planted.event;

import io.accounts4j.architecture.Breaks;
import java.util.Date;

@Breaks("the core asks its clock for the time")
class AsksDate {
    Date now() {
        return new Date();
    }
}
