/**
 * What an organisation says of itself for figures: its industry, out of {@code config/industries.yaml}, and its size. Owns
 * the table {@code organisation_profile}.
 */
@NullMarked
package org.qibroker.account.profile;

import org.jspecify.annotations.NullMarked;
