package planted.page;

import io.accounts4j.architecture.Breaks;
import planted.Facade;

@Breaks("nothing in the core sees the façade")
interface Page {
    Facade accounts();
}
