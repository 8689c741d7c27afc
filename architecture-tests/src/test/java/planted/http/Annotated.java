package planted.http;

import com.google.errorprone.annotations.CheckReturnValue;
import io.accounts4j.architecture.Breaks;

@Breaks("annotations of Error Prone stay out")
@CheckReturnValue
class Annotated {}
