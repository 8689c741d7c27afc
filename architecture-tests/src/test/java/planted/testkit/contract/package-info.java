@NullMarked
package planted.testkit.contract;

import org.jspecify.annotations.NullMarked;
