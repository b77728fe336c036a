/** The request as a form: what its fields hold, how they are read back, and what each fault says beside its field. Owns no table. */
@NullMarked
package org.qibroker.demand.form;

import org.jspecify.annotations.NullMarked;
