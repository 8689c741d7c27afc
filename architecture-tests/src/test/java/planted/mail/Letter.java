package planted.mail;

/** A noun without fault. */
public interface Letter {}
