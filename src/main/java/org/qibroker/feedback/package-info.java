/** What comes after the work: ratings with a right of reply, complaints with deadlines and mediation. */
@NullMarked
package org.qibroker.feedback;

import org.jspecify.annotations.NullMarked;
