package planted;

/** The façade of the planted house. */
public interface Facade {}
