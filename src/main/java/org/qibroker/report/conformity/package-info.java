/**
 * Results of a report, and what they say about conformity with a specification: decision rules by ILAC-G8:09/2019 as
 * ISO/IEC 17025:2017, 7.8.6 asks for. Pure; owns no table.
 */
@NullMarked
package org.qibroker.report.conformity;

import org.jspecify.annotations.NullMarked;
