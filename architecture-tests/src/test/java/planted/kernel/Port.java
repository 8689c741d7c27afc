package planted.kernel;

/** Marks the planted ports. */
public @interface Port {}
