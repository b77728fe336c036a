package org.qibroker.report;

import java.util.Optional;
import org.qibroker.booking.Report;
import org.qibroker.platform.files.StoredFile;

/**
 * A version of a report that was issued.
 *
 * @param content what it says
 * @param file absent for a report on paper
 */
public record Issued(Report report, Standing standing, Content content, Optional<StoredFile> file) {}
