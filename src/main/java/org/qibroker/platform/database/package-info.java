/** The database: its address, pools, migrations, and the PostgreSQL that comes along. Owns no table but Flyway's. */
@NullMarked
package org.qibroker.platform.database;

import org.jspecify.annotations.NullMarked;
