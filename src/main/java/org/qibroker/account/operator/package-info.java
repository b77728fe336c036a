/**
 * What the operator does with accounts: looking at them, locking, ending sessions, roles, second factors that were lost;
 * and the district that a coordinator sees to. Each change is an event; the last operator stays one.
 */
@NullMarked
package org.qibroker.account.operator;

import org.jspecify.annotations.NullMarked;
