/** What would have to give for others to qualify, summed up over all, and how a request is changed by it. */
@NullMarked
package org.qibroker.matching.relaxation;

import org.jspecify.annotations.NullMarked;
