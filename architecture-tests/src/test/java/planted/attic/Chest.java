package planted.attic;

import io.accounts4j.architecture.Breaks;

@Breaks("every package of the core has a tier")
interface Chest {}
