@NullMarked
package planted.jobs.sql;

import org.jspecify.annotations.NullMarked;
