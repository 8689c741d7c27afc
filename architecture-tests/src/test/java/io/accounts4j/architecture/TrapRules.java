package io.accounts4j.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Parts of what we depend on that are not safe to use, and stay unused. */
final class TrapRules {

    static final List<Rule> ALL = List.of(
            // Javalin would choose the serializer; ours bounds and escapes what it writes.
            calls("JSON is not written through Javalin", "io.javalin.http.Context", "json"),
            // Per process, keyed by a header anybody can send.
            uses(
                    "Javalin's rate limiter stays unused",
                    name -> name.startsWith("io.javalin.") && name.contains("RateLimit")),
            uses("Javalin's CORS plugin stays unused", name -> name.startsWith("io.javalin.plugin.bundled.Cors")),
            // Truncating or hashing a long password is a choice made unseen; we refuse it by length.
            uses(
                    "long passwords are not cut or folded",
                    name -> name.startsWith("at.favre.lib.crypto.bcrypt.LongPasswordStrateg")),
            // A host on the module path would need the jar; io.accounts4j.kernel has what Error Prone looks for.
            uses("annotations of Error Prone stay out", name -> name.startsWith("com.google.errorprone.")),
            uses("no object is deserialized", name -> name.equals(java.io.ObjectInputStream.class.getName())),
            uses("no process is started", name -> name.equals(ProcessBuilder.class.getName())),
            calls("no process is started through the runtime", "java.lang.Runtime", "exec"),
            new Rule("case is changed with a locale", TrapRules::changesCaseByDefaultLocale));

    private TrapRules() {}

    private static Rule uses(String name, Predicate<String> forbidden) {
        return new Rule(
                name,
                house -> House.dependencies(
                        house.all(),
                        target -> forbidden.test(target.getBaseComponentType().getName())));
    }

    private static Rule calls(String name, String owner, String method) {
        return new Rule(
                name,
                house -> House.accesses(
                        house.all(),
                        access -> access.getName().equals(method)
                                && access.getTargetOwner().isAssignableTo(owner)));
    }

    private static Stream<String> changesCaseByDefaultLocale(House house) {
        return House.accesses(house.all(), TrapRules::changesCaseByDefaultLocale);
    }

    private static boolean changesCaseByDefaultLocale(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.isEquivalentTo(String.class)
                && access.getTarget().getFullName().matches(".*\\.to(Lower|Upper)Case\\(\\)");
    }
}
