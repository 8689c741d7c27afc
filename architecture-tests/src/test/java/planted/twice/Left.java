package planted.twice;

import io.accounts4j.architecture.Breaks;

@Breaks("no package is in two modules")
interface Left {}
